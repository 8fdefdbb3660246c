package io.ephemeral.sample.checklist;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

class ChecklistConfigurationTests {

	private final ApplicationContextRunner application = new ApplicationContextRunner()
		.withUserConfiguration(ChecklistConfiguration.class);

	@Test
	void checklistWhenOptionIsAbsentThenIsOff() {
		this.application.run((context) -> assertThat(context).doesNotHaveBean(ChecklistConfiguration.class)
			.doesNotHaveBean(ChecklistProperties.class));
	}

	@Test
	void checklistWhenOptionIsFalseThenIsOff() {
		this.application.withPropertyValues("checklist=false")
			.run((context) -> assertThat(context).doesNotHaveBean(ChecklistConfiguration.class));
	}

	@ParameterizedTest
	@ValueSource(strings = { "checklist", "checklist=true" })
	void checklistWhenOptionIsGivenThenNeedsPlatform(String option) {
		this.application.withPropertyValues(option)
			.run((context) -> assertThat(context).getFailure().hasMessageContaining("FeishuConnectionDetails"));
	}

}
