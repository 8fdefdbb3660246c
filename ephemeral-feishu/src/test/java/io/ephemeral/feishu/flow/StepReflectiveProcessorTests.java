package io.ephemeral.feishu.flow;

import java.time.LocalDate;

import io.ephemeral.feishu.form.RecordForm;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.annotation.ReflectiveRuntimeHintsRegistrar;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;

import static org.assertj.core.api.Assertions.assertThat;

class StepReflectiveProcessorTests {

	private final RuntimeHints hints = new RuntimeHints();

	@Test
	void stepWhenAnnotatedThenCanBeInvokedAndItsRecordsRead() throws Exception {
		new ReflectiveRuntimeHintsRegistrar().registerRuntimeHints(this.hints, Leave.class);

		assertThat(RuntimeHintsPredicates.reflection()
			.onMethodInvocation(Leave.class.getDeclaredMethod("when", Start.class))).accepts(this.hints);
		assertThat(RuntimeHintsPredicates.reflection()
			.onConstructorInvocation(Start.class.getDeclaredConstructor(String.class))).accepts(this.hints);
		assertThat(RuntimeHintsPredicates.reflection()
			.onConstructorInvocation(Period.class.getDeclaredConstructor(LocalDate.class))).accepts(this.hints);
		assertThat(RuntimeHintsPredicates.reflection().onType(Deputy.class)).accepts(this.hints);
	}

	static class Leave {

		@Step(1)
		RecordForm<Period> when(Start start) {
			return RecordForm.of(Period.class);
		}

		@Step(2)
		Mono<RecordForm<Deputy>> who() {
			return Mono.empty();
		}

		@Step(3)
		Outcome done() {
			return Outcome.delete();
		}

	}

	record Start(String text) {
	}

	record Period(LocalDate first) {
	}

	record Deputy(String name) {
	}

}
