package io.ephemeral.feishu.form;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.action.Seal;
import io.ephemeral.feishu.action.TypedAction;
import io.ephemeral.feishu.card.CardMessages;
import io.ephemeral.feishu.card.CardPreparation;
import io.ephemeral.feishu.card.CardValidation;
import io.ephemeral.feishu.card.CardValidator;
import io.ephemeral.feishu.card.RawCard;
import io.ephemeral.feishu.card.element.Behavior;
import io.ephemeral.feishu.card.element.ButtonName;
import io.ephemeral.feishu.card.element.PlainText;
import io.ephemeral.feishu.card.rule.CardTarget;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class RecordFormTests {

	private static final Everything VALUES = new Everything("a", 1, new BigDecimal("1.50"), true,
			LocalDate.of(2026, 1, 5), LocalTime.of(9, 30, 59), LocalDateTime.of(2026, 1, 5, 9, 30),
			OffsetDateTime.parse("2026-01-05T09:30:00+08:00"), Repeat.DAILY, List.of(Repeat.WEEKLY, Repeat.EVERY_YEAR),
			Set.of(Repeat.DAILY), Viewer.openId("ou_2"), Viewer.openId("ou_3"), List.of(Viewer.openId("ou_4")),
			Optional.of("b"));

	@ParameterizedTest
	@CsvSource({ "text, input", "number, input", "price, input", "urgent, checker", "date, date_picker",
			"time, picker_time", "local, picker_datetime", "offset, picker_datetime", "repeat, select_static",
			"repeats, multi_select_static", "unique, multi_select_static", "whom, select_person",
			"viewer, select_person", "people, multi_select_person", "remark, input" })
	void fieldWhenOfTypeThenIsComponent(String name, String tag) {
		assertThat(form(Everything.class).field(name).path("tag").asString()).isEqualTo(tag);
	}

	@Test
	void formWhenCreatedThenCardBreaksNoRule() {
		CardValidator validator = new CardValidator();

		assertThat(validator.validate(RecordForm.of(Everything.class), CardTarget.EPHEMERAL)).isEmpty();
		assertThat(validator.validate(RecordForm.of(Everything.class).values(VALUES), CardTarget.PUBLIC)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "text, false", "number, true", "maybe, false", "notNull, true", "notBlank, true", "notEmpty, true",
			"atLeastOne, true", "any, false", "remark, false", "sometimes, false" })
	void fieldWhenConstraintRefusesAbsenceThenIsRequired(String name, boolean required) {
		assertThat(form(Constraints.class).field(name).path("required").asBoolean(false)).isEqualTo(required);
	}

	@Test
	void textWhenItsSizeIsLimitedThenInputIsLimitedToo() {
		ShownForm form = form(Texts.class);

		assertThat(form.field("small").path("max_length").asInt()).isEqualTo(100);
		assertThat(form.field("small").has("input_type")).isFalse();
		assertThat(form.field("large").path("max_length").asInt()).isEqualTo(101);
		assertThat(form.field("large").path("input_type").asString()).isEqualTo("multiline_text");
		assertThat(form.field("huge").has("max_length")).isFalse();
		assertThat(form.field("line").has("input_type")).isFalse();
		assertThat(form.field("rows").path("rows").asInt()).isEqualTo(3);
		assertThat(form.field("content").path("max_length").asInt()).isEqualTo(20);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "between | ≥ 1, ≤ 10", "above | > 0.5", "free | Please enter", "own | In euros" })
	void numberWhenLimitedThenPlaceholderIsItsRange(String name, String placeholder) {
		assertThat(form(Numbers.class).field(name).path("placeholder").path("content").asString())
			.isEqualTo(placeholder);
	}

	@Test
	void textsWhenThereAreNoMessagesThenAreMadeFromNames() {
		JsonNode card = prepare(RecordForm.of(Everything.class), CardMessages.none(), Locale.ENGLISH);

		assertThat(card.path("header").path("title").path("content").asString()).isEqualTo("Everything");
		assertThat(card.findValuesAsString("content")).contains("Text", "Every year", "Please select", "Submit");
	}

	@Test
	void textsWhenThereAreNoMessagesThenStandardOnesAreAlsoChinese() {
		assertThat(prepare(RecordForm.of(Everything.class), CardMessages.none(), Locale.SIMPLIFIED_CHINESE)
			.findValuesAsString("content")).contains("请选择", "请输入", "提交");
	}

	@Test
	void textsWhenThereAreMessagesThenAreThese() {
		Map<String, String> texts = Map.of("Everything", "All", "Everything.text", "What",
				"Everything.text.placeholder", "Buy milk", "Repeat.DAILY", "Each day", "feishu.form.submit", "Go");

		assertThat(
				prepare(RecordForm.of(Everything.class), (code, arguments, locale) -> texts.get(code), Locale.ENGLISH)
					.findValuesAsString("content"))
			.contains("All", "What", "Buy milk", "Each day", "Go");
	}

	@Test
	void textsWhenAnnotatedThenAreThese() {
		JsonNode field = form(Annotated.class).field("a");

		assertThat(field.path("label").path("content").asString()).isEqualTo("First letter");
		assertThat(field.path("placeholder").path("content").asString()).isEqualTo("a");
	}

	@Test
	void fieldWhenPropertyHasAnotherNameThenHasThisName() {
		assertThat(form(Annotated.class).field("other-name").path("tag").asString()).isEqualTo("input");
	}

	@Test
	void formWhenSubmittedThenButtonNamesTheRecord() {
		ShownForm form = form(Texts.class);

		assertThat(form.submit().action()).isEqualTo("Texts");
		assertThat(ButtonName.actionIn(form.button().path("name").asString())).isEqualTo("Texts");
	}

	@Test
	void formWhenActionIsSetThenButtonHasIt() {
		RecordForm<Texts> form = RecordForm.of(Texts.class).title("Title").submit(new Save(7), "Save it");

		assertThat(ShownForm.of(form).submit().action(Save.class)).isEqualTo(new Save(7));
		assertThat(ShownForm.of(form).button().path("text").path("content").asString()).isEqualTo("Save it");
		assertThat(ShownForm.of(RecordForm.of(Texts.class).submit("save", "Save")).submit().action()).isEqualTo("save");
	}

	@Test
	void formWhenActionIsSealedThenButtonSaysItAndFormCanBeShownAgain() {
		ShownForm form = ShownForm.of(RecordForm.of(Texts.class).submit(new Save(7), Seal.forAnyone(), "Save it"));

		assertThat(ButtonName.isSealed(form.button().path("name").asString())).isTrue();
		assertThat(form.submit().value().has(Seal.MEMBER)).isTrue();
		assertThat(RecordForm.canShowAgain(Texts.class, form.submit().name())).isTrue();
	}

	@Test
	void formWhenItIsStepThenButtonsBelowHaveItsStateButNotItsOneUse() {
		JsonNode value = Behavior.callback(new Save(7), Seal.forAnyone().once()).value();
		RecordForm<Texts> form = RecordForm.of(Texts.class)
			.submit("save", "Next")
			.step(new FormStep(value, "back", "cancel"));
		ShownForm shown = ShownForm.of(form);

		assertThat(shown.button().path("text").path("content").asString()).isEqualTo("Next");
		assertThat(shown.submit().action()).isEqualTo("Save");
		assertThat(valuesBelow(shown)).hasSize(2).allSatisfy((below) -> {
			assertThat(below.path("id").intValue()).isEqualTo(7);
			assertThat(below.path(Seal.MEMBER)).isEmpty();
			assertThat(below.has("form")).isFalse();
		}).extracting((below) -> below.path("action").asString()).containsExactly("back", "cancel");
	}

	@Test
	void formWhenItCanBeCanceledThenKeepsThatButton() {
		RecordForm<Texts> form = RecordForm.of(Texts.class).submit(new Save(7), "Save").cancel(Drop.class);
		var submitted = ShownForm.of(form).submit();

		RecordForm<Texts> again = RecordForm.again(Texts.class, submitted.value(), submitted.form());

		assertThat(valuesBelow(ShownForm.of(again))).singleElement()
			.satisfies((value) -> assertThat(value.path("action").asString()).isEqualTo("Drop"))
			.satisfies((value) -> assertThat(value.path("id").intValue()).isEqualTo(7));
	}

	@Test
	void formWhenStepIsShownAgainThenKeepsItsButtons() {
		RecordForm<Texts> form = RecordForm.of(Texts.class)
			.step(new FormStep(Behavior.callback("next").value(), null, "cancel"));
		var submitted = ShownForm.of(form).submit();

		RecordForm<Texts> again = RecordForm.again(Texts.class, submitted.value(), submitted.form());

		assertThat(again.toJson()).isEqualTo(form.toJson());
		assertThat(valuesBelow(ShownForm.of(again))).hasSize(1);
	}

	@Test
	void formWhenPublicThenCannotBeShownAgain() {
		RecordForm<Texts> form = RecordForm.of(Texts.class).title("Title");
		ShownForm forAll = ShownForm.of(form.compose(CardTarget.PUBLIC));

		assertThat(RecordForm.canShowAgain(Texts.class, ShownForm.of(form).submit().name())).isTrue();
		assertThat(RecordForm.canShowAgain(Texts.class, forAll.submit().name())).isFalse();
		assertThat(forAll.submit().value().has("form")).isFalse();
	}

	@Test
	void formWhenShownAgainThenKeepsTextsActionAndValues() {
		RecordForm<Everything> form = RecordForm.of(Everything.class)
			.title("Title")
			.text("Please fill in")
			.submit(new Save(7), "Save it")
			.values(VALUES);
		var submitted = ShownForm.of(form).submit();

		assertThat(RecordForm.again(Everything.class, submitted.value(), submitted.form()).toJson())
			.isEqualTo(form.toJson());
	}

	@Test
	void formWhenClientSendsOtherValuesThenAreIgnored() {
		var submitted = form(Everything.class).submit((ObjectNode) RawCard
			.parse("{\"date\": \"soon\", \"time\": \"9\", \"repeat\": \"NEVER\", \"repeats\": [\"DAILY\", 1, {}]}")
			.json());

		ShownForm again = ShownForm.of(RecordForm.again(Everything.class, submitted.value(), submitted.form()));

		assertThat(again.field("date").has("initial_date")).isFalse();
		assertThat(again.field("time").has("initial_time")).isFalse();
		assertThat(again.field("repeat").has("initial_option")).isFalse();
		assertThat(again.field("repeats").path("selected_values").toString()).isEqualTo("[\"DAILY\"]");
	}

	@Test
	void mistakesWhenTheyHaveFieldsThenStandBelowThemAndOthersAboveTheButton() {
		List<JsonNode> elements = ShownForm
			.of(RecordForm.of(Annotated.class)
				.mistakes(List.of(new FormMistake(null, PlainText.of("general"))))
				.mistake("a", "wrong"))
			.elements()
			.toList();

		assertThat(elements).extracting((element) -> element.path("tag").asString())
			.containsExactly("input", "div", "input", "div", "button");
		assertThat(elements.get(1).path("text").path("content").asString()).isEqualTo("wrong");
		assertThat(elements.get(1).path("text").path("text_color").asString()).isEqualTo("red");
		assertThat(elements.get(3).path("text").path("content").asString()).isEqualTo("general");
	}

	@Test
	void formWhenTypeIsUnsupportedThenNamesTheComponentAndWhatIsPossible() {
		assertThatIllegalArgumentException().isThrownBy(() -> RecordForm.of(Unsupported.class))
			.withMessageContaining("'instant'")
			.withMessageContaining("java.time.Instant")
			.withMessageContaining("LocalDateTime");
	}

	@ParameterizedTest
	@ValueSource(classes = { Numerous.class, Nested.class, Letter.class })
	void formWhenTypeIsUnsupportedThenFails(Class<? extends Record> type) {
		assertThatIllegalArgumentException().isThrownBy(() -> RecordForm.of(type)).withMessageContaining("'one'");
	}

	@Test
	void formWhenComponentNeedsNameOfFormThenFails() {
		assertThatIllegalArgumentException().isThrownBy(() -> RecordForm.of(Reserved.class))
			.withMessageContaining("'record_form'");
	}

	@Test
	void formWhenActionHasComponentFormThenFails() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> RecordForm.of(Texts.class).submit(new WithForm("a"), "Save"))
			.withMessageContaining("'form'");
	}

	@Test
	void formWhenItsTextsAreTooLongToTravelThenFails() {
		assertThatIllegalArgumentException().isThrownBy(() -> RecordForm.of(Texts.class).text("x".repeat(1001)))
			.withMessageContaining("1000");
	}

	@Test
	void valuesWhenPersonHasNoOpenIdThenFail() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> RecordForm.of(Person.class).values(new Person(Viewer.email("a@example.com"))))
			.withMessageContaining("'viewer'")
			.withMessageNotContaining("example.com");
	}

	@Test
	void mistakeWhenComponentIsUnknownThenFails() {
		assertThatIllegalArgumentException().isThrownBy(() -> RecordForm.of(Texts.class).mistake("other", "wrong"))
			.withMessageContaining("'other'");
	}

	@Test
	void cardWhenTakenThenIsOrdinaryAndToStringHasNoTexts() {
		RecordForm<Texts> form = RecordForm.of(Texts.class).title("Secret");

		assertThat(form.card().toJson()).isEqualTo(form.toJson());
		assertThat(form).hasToString("RecordForm[Texts]");
	}

	@Test
	void formWhenTypeIsClassWithOneConstructorThenHasItsParameters() {
		ShownForm form = ShownForm.of(RecordForm.of(Guest.class).values(new Guest("Ada", 3)));

		assertThat(form.field("name").path("default_value").asString()).isEqualTo("Ada");
		assertThat(form.field("name").path("required").asBoolean(false)).isFalse();
		assertThat(form.field("count").path("required").asBoolean()).isTrue();
	}

	@Test
	void formWhenTypeHasSeveralConstructorsThenFails() {
		assertThatIllegalArgumentException().isThrownBy(() -> RecordForm.of(StringBuilder.class))
			.withMessageContaining("java.lang.StringBuilder must be a record");
	}

	/** Returns the values of the buttons below the form. */
	private static List<JsonNode> valuesBelow(ShownForm shown) {
		return shown.card()
			.at("/body/elements/1/columns")
			.valueStream()
			.map((column) -> column.at("/elements/0/behaviors/0/value"))
			.toList();
	}

	private static ShownForm form(Class<? extends Record> type) {
		return ShownForm.of(RecordForm.of(type));
	}

	private static JsonNode prepare(RecordForm<?> form, CardMessages messages, Locale locale) {
		return new CardPreparation(messages, Locale.ENGLISH, CardValidation.FAIL).forViewer(form, locale).json();
	}

	enum Repeat {

		DAILY, WEEKLY, EVERY_YEAR

	}

	record Everything(String text, int number, BigDecimal price, boolean urgent, LocalDate date, LocalTime time,
			LocalDateTime local, OffsetDateTime offset, Repeat repeat, List<Repeat> repeats, Set<Repeat> unique,
			Viewer.OpenId whom, Viewer viewer, List<Viewer.OpenId> people, Optional<String> remark) {
	}

	interface Group {

	}

	record Constraints(String text, int number, Integer maybe, @NotNull LocalDate notNull, @NotBlank String notBlank,
			@NotEmpty List<Repeat> notEmpty, @Size(min = 1) List<Repeat> atLeastOne, List<Repeat> any,
			Optional<@NotBlank String> remark, @NotNull(groups = Group.class) String sometimes) {
	}

	record Texts(@Size(max = 100) String small, @Size(max = 101) String large, @Size(max = 1001) String huge,
			@Size(max = 200) @FormField(rows = 1) String line, @FormField(rows = 3) String rows,
			Optional<@Size(max = 20) String> content) {
	}

	record Numbers(@Min(1) @Max(10) int between, @DecimalMin(value = "0.5", inclusive = false) double above, int free,
			@Min(1) @FormField(placeholder = "In euros") int own) {
	}

	record Annotated(@FormField(label = "First letter", placeholder = "a") String a,
			@JsonProperty("other-name") String other) {
	}

	static final class Guest {

		private final String name;

		private final int count;

		Guest(String name, int count) {
			this.name = name;
			this.count = count;
		}

		@Override
		public String toString() {
			return this.name + this.count;
		}

	}

	record Unsupported(String text, Instant instant) {
	}

	record Numerous(List<String> one) {
	}

	record Nested(Person one) {
	}

	record Letter(char one) {
	}

	record Reserved(String record_form) {
	}

	record Person(Viewer viewer) {
	}

	record Drop(int id) implements TypedAction {
	}

	record Save(int id) implements TypedAction {
	}

	record WithForm(String form) implements TypedAction {
	}

}
