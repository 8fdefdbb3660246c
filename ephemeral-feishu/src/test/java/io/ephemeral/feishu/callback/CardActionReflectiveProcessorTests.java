package io.ephemeral.feishu.callback;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.time.LocalDate;
import java.util.List;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.action.TypedAction;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import org.junit.jupiter.api.Test;

import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.annotation.ReflectiveRuntimeHintsRegistrar;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;

import static org.assertj.core.api.Assertions.assertThat;

class CardActionReflectiveProcessorTests {

	private final RuntimeHints hints = new RuntimeHints();

	@Test
	void methodWhenAnnotatedThenCanBeInvokedAndItsRecordsRead() throws Exception {
		new ReflectiveRuntimeHintsRegistrar().registerRuntimeHints(this.hints, Handlers.class);

		assertThat(RuntimeHintsPredicates.reflection()
			.onMethodInvocation(Handlers.class.getDeclaredMethod("save", ChatId.class, Form.class, Value.class)))
			.accepts(this.hints);
		assertThat(RuntimeHintsPredicates.reflection()
			.onConstructorInvocation(Form.class.getDeclaredConstructor(LocalDate.class, List.class)))
			.accepts(this.hints);
		assertThat(RuntimeHintsPredicates.reflection().onType(Person.class)).accepts(this.hints);
		assertThat(RuntimeHintsPredicates.reflection().onType(Value.class)).accepts(this.hints);
		assertThat(RuntimeHintsPredicates.reflection()
			.onConstructorInvocation(ChatId.class.getDeclaredConstructor(String.class))).rejects(this.hints);
	}

	@Test
	void methodWhenParameterIsFamilyOfActionsThenAllItsRecordsCanBeRead() throws Exception {
		new ReflectiveRuntimeHintsRegistrar().registerRuntimeHints(this.hints, Answering.class);

		assertThat(RuntimeHintsPredicates.reflection()
			.onConstructorInvocation(Yes.class.getDeclaredConstructor(String.class))).accepts(this.hints);
		assertThat(RuntimeHintsPredicates.reflection().onType(No.class)).accepts(this.hints);
		assertThat(RuntimeHintsPredicates.reflection().onType(Reply.class)).accepts(this.hints);
	}

	@Test
	void methodWhenRecordIsOfFormThenFormCanBeMadeFromIt() throws Exception {
		new ReflectiveRuntimeHintsRegistrar().registerRuntimeHints(this.hints, Reminding.class);

		assertThat(RuntimeHintsPredicates.reflection().onMethodInvocation(Reminder.class.getDeclaredMethod("repeat")))
			.accepts(this.hints);
		assertThat(RuntimeHintsPredicates.reflection().onFieldAccess(Reminder.class.getDeclaredField("repeat")))
			.accepts(this.hints);
		assertThat(RuntimeHintsPredicates.reflection().onType(Repeat.class)).accepts(this.hints);
	}

	@Test
	void methodWhenRecordHasConstraintsThenTheyCanBeChecked() throws Exception {
		new ReflectiveRuntimeHintsRegistrar().registerRuntimeHints(this.hints, Booking.class);

		assertThat(RuntimeHintsPredicates.reflection().onMethodInvocation(Stay.class.getDeclaredMethod("isInOrder")))
			.accepts(this.hints);
		assertThat(RuntimeHintsPredicates.reflection().onMethodInvocation(Open.class.getDeclaredMethod("message")))
			.accepts(this.hints);
		assertThat(RuntimeHintsPredicates.reflection()
			.onConstructorInvocation(OpenValidator.class.getDeclaredConstructor())).accepts(this.hints);
	}

	static class Booking {

		@CardAction
		void book(Trip trip) {
		}

	}

	record Trip(@Valid Stay stay) {
	}

	record Stay(@Open LocalDate first, LocalDate last) {

		@AssertTrue
		boolean isInOrder() {
			return this.first.isBefore(this.last);
		}

	}

	@Retention(RetentionPolicy.RUNTIME)
	@Constraint(validatedBy = OpenValidator.class)
	@interface Open {

		String message() default "closed";

		Class<?>[] groups() default {};

		Class<? extends Payload>[] payload() default {};

	}

	static class OpenValidator implements ConstraintValidator<Open, LocalDate> {

		@Override
		public boolean isValid(LocalDate day, ConstraintValidatorContext context) {
			return true;
		}

	}

	static class Answering {

		@CardAction
		void answer(Reply reply) {
		}

	}

	sealed interface Reply extends TypedAction {

	}

	record Yes(String why) implements Reply {
	}

	record No() implements Reply {
	}

	static class Reminding {

		@CardAction
		void remind(Reminder reminder) {
		}

	}

	record Reminder(String text, Repeat repeat) {
	}

	enum Repeat {

		DAILY

	}

	static class Handlers {

		@CardAction("save")
		void save(ChatId chat, Form form, @ActionValue Value value) {
		}

	}

	record Form(LocalDate date, List<Person> persons) {
	}

	record Person(String name) {
	}

	record Value(String key) {
	}

}
