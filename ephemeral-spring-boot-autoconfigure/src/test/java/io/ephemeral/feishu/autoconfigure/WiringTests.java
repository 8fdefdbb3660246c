package io.ephemeral.feishu.autoconfigure;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.ephemeral.feishu.autoconfigure.simulator.FeishuSimulatorAutoConfiguration;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.context.annotation.Bean;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static org.assertj.core.api.Assertions.assertThat;

@AnalyzeClasses(packages = "io.ephemeral.feishu.autoconfigure", importOptions = ImportOption.DoNotIncludeTests.class)
class WiringTests {

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

	@Test
	void everyAutoConfigurationIsImported() {
		assertThat(ImportCandidates.load(AutoConfiguration.class, getClass().getClassLoader()).getCandidates())
			.contains(FeishuAutoConfiguration.class.getName(), FeishuSimulatorAutoConfiguration.class.getName());
	}

}
