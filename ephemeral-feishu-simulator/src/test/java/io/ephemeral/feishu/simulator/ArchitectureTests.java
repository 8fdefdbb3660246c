package io.ephemeral.feishu.simulator;

import com.tngtech.archunit.base.DescribedPredicate;
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
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noCodeUnits;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
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
	static final ArchRule packagesHaveNoCycle = slices().matching("io.ephemeral.feishu.(**)").should().beFreeOfCycles();

	@ArchTest
	static final ArchRule importsGoOneWay = layeredArchitecture().consideringOnlyDependenciesInLayers()
		.layer("card")
		.definedBy("..simulator.card")
		.layer("leak")
		.definedBy("..simulator.leak")
		.layer("tenant")
		.definedBy("..simulator.tenant")
		.layer("connection")
		.definedBy("..simulator.connection")
		.layer("event")
		.definedBy("..simulator.event")
		.layer("api")
		.definedBy("..simulator.api")
		.layer("playground")
		.definedBy("..simulator.playground")
		.layer("page")
		.definedBy("..simulator.page")
		.layer("root")
		.definedBy("io.ephemeral.feishu.simulator")
		.layer("junit")
		.definedBy("..simulator.junit")
		.whereLayer("card")
		.mayNotAccessAnyLayer()
		.whereLayer("leak")
		.mayNotAccessAnyLayer()
		.whereLayer("tenant")
		.mayOnlyAccessLayers("card", "leak")
		.whereLayer("connection")
		.mayOnlyAccessLayers("tenant")
		.whereLayer("event")
		.mayOnlyAccessLayers("tenant", "connection")
		.whereLayer("api")
		.mayOnlyAccessLayers("card", "tenant", "connection", "event")
		.whereLayer("playground")
		.mayOnlyAccessLayers("card")
		.whereLayer("page")
		.mayOnlyAccessLayers("tenant", "event", "api", "playground")
		.whereLayer("root")
		.mayOnlyAccessLayers("leak", "tenant", "connection", "event", "api", "playground", "page")
		.whereLayer("junit")
		.mayOnlyAccessLayers("leak", "root")
		.ensureAllClassesAreContainedInArchitecture();

	private static final DescribedPredicate<JavaClass> INTERNAL = resideInAnyPackage("..simulator.card",
			"..simulator.tenant", "..simulator.connection", "..simulator.event", "..simulator.api", "..simulator.page");

	/** Public types of internal packages are for the other packages of the simulator. */
	@ArchTest
	static final ArchRule internalTypesAreInNoPublicSignature = noCodeUnits().that()
		.arePublic()
		.and()
		.areDeclaredInClassesThat(not(INTERNAL))
		.and()
		.areDeclaredInClassesThat()
		.arePublic()
		.should()
		.haveRawReturnType(INTERNAL)
		.orShould()
		.haveRawParameterTypes(anyElementThat(INTERNAL));

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
