package io.ephemeral.sample.kotlin

import com.tngtech.archunit.core.domain.JavaClass
import com.tngtech.archunit.core.domain.JavaCodeUnit
import com.tngtech.archunit.core.domain.JavaMethod
import com.tngtech.archunit.core.domain.JavaModifier
import com.tngtech.archunit.core.importer.ClassFileImporter
import com.tngtech.archunit.core.importer.ImportOption
import java.lang.reflect.Modifier
import java.util.concurrent.Callable
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test
import reactor.core.publisher.Mono

/** What Kotlin needs from the public API of all modules. */
class ApiInKotlinTests {
	/**
	 * A lambda of Kotlin has no type before its overload is chosen, so two overloads that differ in functional interfaces
	 * only are ambiguous. If one of them has a type parameter, the other one is chosen.
	 */
	@Test
	fun `overloads when called with a lambda then are not ambiguous`() {
		assertThat(API.flatMap { it.ambiguousOverloads() }).isEmpty()
	}

	@Test
	fun `overloads when they differ in functional interfaces only then are found`() {
		val type = ClassFileImporter().importClass(Ambiguous::class.java)

		assertThat(type.ambiguousOverloads()).singleElement().asString().contains("Runnable", "Callable")
	}

	/** The other files of this package are the proof that Kotlin can use the builders. */
	@Test
	fun `builders when public then are used in Kotlin`() {
		val used = ClassFileImporter().importPackages("io.ephemeral.sample.kotlin")
			.flatMap { it.methodCallsFromSelf }
			.map { it.target.fullName }

		assertThat(API.flatMap { it.methods }.filter { it.isBuilder() }.map { it.fullName }).isNotEmpty().isSubsetOf(used)
	}

	@Test
	fun `functional interfaces when public then are lambdas in Kotlin`() {
		val used = EveryFunction::class.java.declaredFields.map { it.type.name }

		assertThat(API.filter { it.isAnnotatedWith(FunctionalInterface::class.java) }.map { it.name }).isNotEmpty().isSubsetOf(used)
	}

	private fun JavaMethod.isBuilder() = isShown() && modifiers.contains(JavaModifier.STATIC) &&
		rawReturnType.simpleName == "Builder"

	interface Ambiguous {
		fun run(work: Runnable, name: String)

		fun run(work: Callable<String>, name: String): String

		fun run(work: Mono<String>, name: String): String
	}

	private companion object {
		private val INTERNAL = listOf("binding", "card.json", "card.check", "limit.window", "callback.json", "callback.call")

		private val API = ClassFileImporter().withImportOption(ImportOption.DoNotIncludeTests())
			.importPackages("io.ephemeral.feishu")
			.filter { it.isShown() }

		private fun JavaClass.isShown(): Boolean = modifiers.contains(JavaModifier.PUBLIC) &&
			INTERNAL.none { packageName == "io.ephemeral.feishu.$it" } &&
			enclosingClass.map { it.isShown() }.orElse(true)

		private fun JavaCodeUnit.isShown() = modifiers.contains(JavaModifier.PUBLIC) && !modifiers.contains(JavaModifier.SYNTHETIC)

		private fun JavaClass.ambiguousOverloads() = (allMethods + constructors)
			.filter { it.isShown() }
			.groupBy { it.name }
			.values
			.flatMap { overloads -> overloads.flatMapIndexed { index, one -> overloads.drop(index + 1).map { one to it } } }
			.filter { (one, other) -> areAmbiguous(one, other) }
			.map { (one, other) -> "${one.fullName} and ${other.fullName}" }

		private fun areAmbiguous(one: JavaCodeUnit, other: JavaCodeUnit): Boolean {
			val different = one.rawParameterTypes.zip(other.rawParameterTypes).filter { (type, otherType) -> type != otherType }
			return one.rawParameterTypes.size == other.rawParameterTypes.size && different.isNotEmpty() &&
				one.isGeneric() == other.isGeneric() &&
				different.all { (type, otherType) -> type.isFunctional() && otherType.isFunctional() }
		}

		private fun JavaCodeUnit.isGeneric() = typeParameters.isNotEmpty()

		private fun JavaClass.isFunctional() = isInterface && reflect().let { type ->
			!type.isSealed && type.methods.count { Modifier.isAbstract(it.modifiers) && it.name !in OF_OBJECT } == 1
		}

		private val OF_OBJECT = Any::class.java.methods.map { it.name }
	}
}
