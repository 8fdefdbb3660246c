package io.ephemeral.feishu.simulator;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;

import static com.tngtech.archunit.base.DescribedPredicate.anyElementThat;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

@AnalyzeClasses(packages = "io.ephemeral.feishu.simulator", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

	@ArchTest
	static final ArchRule everyPackageIsNullMarked = classes().should(beInNullMarkedPackage());

	@ArchTest
	static final ArchRule simulatorKnowsNeitherSpringNorClient = noClasses().should()
		.dependOnClassesThat()
		.resideInAPackage("org.springframework..")
		.orShould()
		.dependOnClassesThat(resideInAPackage("io.ephemeral..")
			.and(JavaClass.Predicates.resideOutsideOfPackage("io.ephemeral.feishu.simulator..")));

	@ArchTest
	static final ArchRule packagesFormNoCircle = slices().matching("io.ephemeral.feishu.(**)")
		.should()
		.beFreeOfCycles();

	/** Public types of internal packages are public in name only. */
	@ArchTest
	static final ArchRule internalTypesAreInNoPublicSignature = noMethods().that()
		.arePublic()
		.and()
		.areDeclaredInClassesThat()
		.resideOutsideOfPackage("..simulator.card")
		.and()
		.areDeclaredInClassesThat()
		.arePublic()
		.should()
		.haveRawReturnType(resideInAPackage("..simulator.card"))
		.orShould()
		.haveRawParameterTypes(anyElementThat(resideInAPackage("..simulator.card")));

	private static ArchCondition<JavaClass> beInNullMarkedPackage() {
		return new ArchCondition<>("be in a package that is null-marked") {

			@Override
			public void check(JavaClass type, ConditionEvents events) {
				boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
				events.add(new SimpleConditionEvent(type, marked, type.getPackageName() + " is not null-marked"));
			}

		};
	}

}
