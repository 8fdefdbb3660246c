package io.ephemeral.feishu.autoconfigure;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.ephemeral.feishu.autoconfigure.simulator.FeishuSimulatorAutoConfiguration;
import org.jspecify.annotations.NullMarked;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.context.annotation.Bean;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

@AnalyzeClasses(packages = "io.ephemeral.feishu.autoconfigure", importOptions = ImportOption.DoNotIncludeTests.class)
class WiringTests {

	@ArchTest
	static final ArchRule importsGoOneWay = layeredArchitecture().consideringOnlyDependenciesInLayers()
		.layer("root")
		.definedBy("io.ephemeral.feishu.autoconfigure")
		.layer("callback")
		.definedBy("..autoconfigure.callback")
		.layer("connection")
		.definedBy("..autoconfigure.connection")
		.layer("simulator")
		.definedBy("..autoconfigure.simulator")
		.layer("registration")
		.definedBy("..autoconfigure.registration")
		.layer("sharing")
		.definedBy("..autoconfigure.sharing")
		.layer("jdbc")
		.definedBy("..autoconfigure.jdbc")
		.layer("redis")
		.definedBy("..autoconfigure.redis")
		.layer("health")
		.definedBy("..autoconfigure.health")
		.layer("metrics")
		.definedBy("..autoconfigure.metrics")
		.whereLayer("sharing")
		.mayNotAccessAnyLayer()
		.whereLayer("root")
		.mayOnlyAccessLayers("sharing")
		.whereLayer("callback")
		.mayOnlyAccessLayers("root")
		.whereLayer("connection")
		.mayOnlyAccessLayers("root", "callback")
		.whereLayer("simulator")
		.mayOnlyAccessLayers("root", "callback", "jdbc", "redis", "registration")
		.whereLayer("jdbc")
		.mayOnlyAccessLayers("root", "sharing", "redis")
		.whereLayer("redis")
		.mayOnlyAccessLayers("root", "sharing")
		.whereLayer("registration")
		.mayOnlyAccessLayers("root")
		.whereLayer("health")
		.mayOnlyAccessLayers("root", "sharing")
		.whereLayer("metrics")
		.mayOnlyAccessLayers("root", "sharing")
		.ensureAllClassesAreContainedInArchitecture();

	@ArchTest
	static final ArchRule packagesHaveNoCircle = slices().matching("io.ephemeral.feishu.(**)")
		.should()
		.beFreeOfCycles();

	@ArchTest
	static final ArchRule signaturesShowNoInternalTypes = codeUnits().that()
		.areDeclaredInClassesThat()
		.arePublic()
		.and(describe("are public or protected",
				(unit) -> unit.getModifiers().contains(JavaModifier.PUBLIC)
						|| unit.getModifiers().contains(JavaModifier.PROTECTED)))
		.should(new ArchCondition<>("show public types only") {

			@Override
			public void check(JavaCodeUnit unit, ConditionEvents events) {
				unit.getAllInvolvedRawTypes()
					.stream()
					.filter(WiringTests::isInternal)
					.forEach((type) -> events
						.add(SimpleConditionEvent.violated(unit, unit.getFullName() + " shows " + type.getName())));
			}

		});

	@ArchTest
	static final ArchRule autoConfigurationsAreFinalAndCanBeTurnedOff = classes().that()
		.areAnnotatedWith(AutoConfiguration.class)
		.should()
		.haveModifier(JavaModifier.FINAL)
		.andShould()
		.beAnnotatedWith(ConditionalOnBooleanProperty.class);

	@ArchTest
	static final ArchRule beanMethodsAreHiddenAndReplaceable = methods().that()
		.areAnnotatedWith(Bean.class)
		.should()
		.notBePublic()
		.andShould()
		.beAnnotatedWith(ConditionalOnMissingBean.class);

	@ArchTest
	void packageIsNullMarked(JavaClasses classes) {
		assertThat(classes).allMatch((type) -> type.getPackage().isAnnotatedWith(NullMarked.class));
	}

	@ArchTest
	void everyAutoConfigurationIsImported(JavaClasses classes) {
		assertThat(ImportCandidates.load(AutoConfiguration.class, getClass().getClassLoader()).getCandidates())
			.contains(FeishuAutoConfiguration.class.getName(), FeishuSimulatorAutoConfiguration.class.getName())
			.containsAll(classes.stream()
				.filter((type) -> type.isAnnotatedWith(AutoConfiguration.class))
				.map(JavaClass::getName)
				.toList());
	}

	private static boolean isInternal(JavaClass type) {
		return type.getPackageName().startsWith("io.ephemeral.feishu.autoconfigure")
				&& !type.getModifiers().contains(JavaModifier.PUBLIC);
	}

}
