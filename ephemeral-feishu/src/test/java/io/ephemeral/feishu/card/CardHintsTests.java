package io.ephemeral.feishu.card;

import java.lang.reflect.Modifier;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.ephemeral.feishu.card.element.CardPart;
import io.ephemeral.feishu.card.style.StringValue;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;

import static org.assertj.core.api.Assertions.assertThat;

class CardHintsTests {

	private static final RuntimeHints HINTS = new RuntimeHints();

	static {
		new CardHints().registerHints(HINTS, null);
	}

	@ParameterizedTest
	@MethodSource("parts")
	void partWhenInLibraryThenCanBeCreatedAndItsFieldsRead(Class<?> part) {
		assertThat(RuntimeHintsPredicates.reflection().onConstructorInvocation(part.getDeclaredConstructors()[0]))
			.as(part.getName())
			.accepts(HINTS);
		assertThat(part.getDeclaredFields()).filteredOn((field) -> !Modifier.isStatic(field.getModifiers()))
			.allMatch((field) -> RuntimeHintsPredicates.reflection().onFieldAccess(field).test(HINTS));
	}

	/** The sealed types tell which subtypes they permit. */
	@ParameterizedTest
	@MethodSource("places")
	void placeWhenInLibraryThenItsTypesAreKnown(Class<?> place) {
		assertThat(RuntimeHintsPredicates.reflection().onType(place)).as(place.getName()).accepts(HINTS);
	}

	private static Stream<Class<?>> parts() {
		return types().filter(Class::isRecord);
	}

	private static Stream<Class<?>> places() {
		return types().filter(Class::isSealed);
	}

	private static Stream<Class<?>> types() {
		return new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
			.importPackages("io.ephemeral.feishu.card")
			.stream()
			.filter((type) -> type.isAssignableTo(CardPart.class) || type.isAssignableTo(StringValue.class))
			.map(JavaClass::reflect);
	}

}
