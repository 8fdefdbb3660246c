package io.ephemeral.feishu.callback;

import java.io.InputStream;
import java.math.BigDecimal;
import java.security.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.ephemeral.feishu.Viewer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.util.Assert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class FormBinderTests {

	@Test
	void formWhenPickersSendThePlatformsFormatsThenAllTypesAreRead() {
		Times times = bind(
				"""
						{"date": "2024-04-01 +0800", "time": "07:30 +0800", "local": "2024-04-29 07:07 +0800",
						"offset": "2024-04-29 07:07 +0800", "zoned": "2024-04-29 07:07 +0800", "instant": "2024-04-29 07:07 +0800",
						"offsetTime": "07:30 +0800"}""",
				Times.class);

		LocalDateTime local = LocalDateTime.of(2024, 4, 29, 7, 7);
		assertThat(times).isEqualTo(new Times(LocalDate.of(2024, 4, 1), LocalTime.of(7, 30), local,
				local.atOffset(ZoneOffset.ofHours(8)), local.atZone(ZoneId.of("Asia/Shanghai")),
				Instant.parse("2024-04-28T23:07:00Z"), OffsetTime.of(7, 30, 0, 0, ZoneOffset.ofHours(8))));
	}

	@Test
	void formWhenEverythingIsEmptyThenIsAbsent() {
		Everything form = bind("""
				{"text": "", "number": "", "flag": "", "size": "", "names": "", "optional": "", "date": ""}""",
				Everything.class);

		assertThat(form)
			.isEqualTo(new Everything(null, null, null, null, List.of(), Optional.empty(), Set.of(), null, null));
	}

	@Test
	void formWhenNothingIsThereThenIsAbsent() {
		assertThat(bind("{}", Everything.class))
			.isEqualTo(new Everything(null, null, null, null, List.of(), Optional.empty(), Set.of(), null, null));
	}

	@Test
	void formWhenValuesAreTextsThenTypesAreRead() {
		Everything form = bind("""
				{"text": "a", "number": "1.50", "flag": "true", "size": "large", "names": ["a", "b"], "optional": "42",
				"unique": "one", "other-name": "b", "date": "2024-04-01", "unknown": {"a": 1}}""", Everything.class);

		assertThat(form).isEqualTo(new Everything("a", new BigDecimal("1.50"), true, Size.LARGE, List.of("a", "b"),
				Optional.of(42), Set.of("one"), "b", LocalDate.of(2024, 4, 1)));
	}

	@Test
	void formWhenImageIsChosenThenStringAndArrayAreTheSame() {
		assertThat(bind("{\"text\": [\"picture1\"]}", Everything.class).text()).isEqualTo("picture1");
		assertThat(bind("{\"names\": \"picture1\"}", Everything.class).names()).containsExactly("picture1");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			// The offset of the day itself.
			"2024-07-01 09:00 -0400 | 2024-07-01T09:00-04:00[America/New_York]",
			// That of the winter day on which it was pressed.
			"2024-07-01 09:00 -0500 | 2024-07-01T09:00-04:00[America/New_York]",
			// The second of two hours of the same name.
			"2024-11-03 01:30 -0500 | 2024-11-03T01:30-05:00[America/New_York]",
			// A clock that is not in the zone.
			"2024-07-01 09:00 +0800 | 2024-07-01T09:00+08:00" })
	void formWhenClocksChangeThenUsersZoneDecides(String picked, String expected) {
		CardActionEvent event = CardActionEvent.parse(Clicks.click("1",
				"\"timezone\": \"America/New_York\", \"form_value\": {\"zoned\": \"" + picked + "\"}"));

		assertThat(event.form(Times.class).zoned()).isEqualTo(ZonedDateTime.parse(expected));
	}

	@ParameterizedTest
	@CsvSource({ "number, 'twelve'", "size, 'huge'", "optional, '1.5x'", "date, '2024-02-30 +0800'", "date, 'soon'",
			"flag, 'perhaps'" })
	void formWhenValueDoesNotFitThenNamesTheFieldButNotTheValue(String field, String value) {
		assertThatExceptionOfType(FormBindingException.class)
			.isThrownBy(() -> bind("{\"" + field + "\": \"" + value + "\"}", Everything.class))
			.satisfies((ex) -> assertThat(ex.field()).isEqualTo(field))
			.satisfies((ex) -> assertThat(ex.isMissing()).isFalse())
			.withMessageNotContaining(value)
			.withNoCause();
	}

	@Test
	void formWhenPrimitiveIsEmptyThenIsMissing() {
		assertThatExceptionOfType(FormBindingException.class)
			.isThrownBy(() -> bind("{\"count\": \"\"}", Primitive.class))
			.satisfies((ex) -> assertThat(ex.field()).isEqualTo("count"))
			.satisfies((ex) -> assertThat(ex.isMissing()).isTrue());
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"offset\": \"2024-04-01 +0800\"}", "{\"time\": \"2024-04-01 +0800\"}",
			"{\"instant\": \"2024-04-29 07:07\"}", "{\"zoned\": {}}", "{\"date\": [\"a\", \"b\"]}" })
	void formWhenPartOfTimeIsMissingThenFails(String form) {
		assertThatExceptionOfType(FormBindingException.class).isThrownBy(() -> bind(form, Times.class));
	}

	@Test
	void formWhenPeopleAreSelectedThenAreViewers() {
		assertThat(bind("{\"one\": \"ou_1\", \"any\": [\"ou_2\"], \"several\": [\"ou_3\", \"ou_4\"]}", People.class))
			.isEqualTo(new People(Viewer.openId("ou_1"), Viewer.openId("ou_2"),
					List.of(Viewer.openId("ou_3"), Viewer.openId("ou_4"))));
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"oc_1\"", "\"a@example.com\"", "[\"ou_1\", \"ou_2\"]", "{}" })
	void formWhenPersonHasNoOpenIdThenNamesTheField(String person) {
		assertThatExceptionOfType(FormBindingException.class)
			.isThrownBy(() -> bind("{\"one\": " + person + "}", People.class))
			.satisfies((ex) -> assertThat(ex.field()).isEqualTo("one"));
	}

	@Test
	void formWhenCheckerIsNotSentThenIsNotChecked() {
		assertThat(bind("{}", Checked.class)).isEqualTo(new Checked(false));
		assertThat(bind("{\"flag\": true}", Checked.class)).isEqualTo(new Checked(true));
	}

	@Test
	void valueWhenViewerIsObjectThenIsRead() {
		CardActionEvent event = CardActionEvent
			.parse(Clicks.click("1", "\"value\": {\"one\": {\"open_id\": \"ou_1\"}}"));

		assertThat(event.value(People.class).one()).isEqualTo(Viewer.openId("ou_1"));
	}

	@Test
	void valueWhenObjectThenIsRead() {
		CardActionEvent event = CardActionEvent
			.parse(Clicks.click("1", "\"value\": {\"count\": 3, \"action\": \"a\"}"));

		assertThat(event.value(Primitive.class)).isEqualTo(new Primitive(3));
	}

	@ParameterizedTest
	@ValueSource(classes = { Strict.class, StrictPart.class })
	void formWhenRecordThrowsThenIsNoMistakeOfTheUser(Class<?> type) {
		assertThatIllegalStateException().isThrownBy(() -> bind("{\"text\": \"secret\", \"part\": \"secret\"}", type))
			.withMessageContaining(type.getName())
			.withStackTraceContaining("java.lang.IllegalArgumentException")
			.satisfies(
					(ex) -> assertThat(ThrowableProxyUtil.asString(new ThrowableProxy(ex))).doesNotContain("secret"));
	}

	@Test
	void formWhenTypeOfComponentIsUnreadableThenIsNoMistakeOfTheUser() {
		assertThatIllegalStateException().isThrownBy(() -> bind("{\"stream\": \"a\"}", Stream.class));
	}

	@ParameterizedTest
	@ValueSource(classes = { Times.class, Everything.class, Primitive.class, Strict.class, StrictPart.class, Tree.class,
			Typed.class, Loose.class })
	void typeWhenReadableThenNothingIsFound(Class<?> type) {
		assertThat(FormBinder.findUnreadable(type)).isNull();
	}

	@ParameterizedTest
	@MethodSource
	void typeWhenComponentIsUnreadableThenIsFound(Class<?> type, String component) {
		assertThat(FormBinder.findUnreadable(type)).contains(component);
	}

	static java.util.stream.Stream<Arguments> typeWhenComponentIsUnreadableThenIsFound() {
		return java.util.stream.Stream.of(Arguments.of(Stream.class, "'stream' has the type java.io.InputStream"),
				Arguments.of(Nested.class, "'inner.stream'"), Arguments.of(Many.class, "'streams'"),
				Arguments.of(Perhaps.class, "'stream'"), Arguments.of(Uncreatable.class, "'timestamp'"),
				Arguments.of(ByKey.class, "'map'"));
	}

	@Test
	void formWhenTypeIsClassWithOneConstructorThenIsRead() {
		Guest guest = bind("{\"name\": \"Ada\", \"count\": \"3\"}", Guest.class);

		assertThat(guest).hasFieldOrPropertyWithValue("name", "Ada")
			.hasFieldOrPropertyWithValue("count", 3)
			.hasFieldOrPropertyWithValue("vegan", false);
	}

	@Test
	void formWhenTypeIsClassWithOneConstructorAndNumberIsAbsentThenIsMissing() {
		assertThatExceptionOfType(FormBindingException.class).isThrownBy(() -> bind("{\"name\": \"Ada\"}", Guest.class))
			.satisfies((ex) -> assertThat(ex.field()).isEqualTo("count"))
			.satisfies((ex) -> assertThat(ex.isMissing()).isTrue());
	}

	private static <T> T bind(String form, Class<T> type) {
		return CardActionEvent.parse(Clicks.submit("evt-1", "save", form)).form(type);
	}

	record Times(LocalDate date, LocalTime time, LocalDateTime local, OffsetDateTime offset, ZonedDateTime zoned,
			Instant instant, OffsetTime offsetTime) {
	}

	record Everything(String text, BigDecimal number, Boolean flag, Size size, List<String> names,
			Optional<Integer> optional, Set<String> unique, @JsonProperty("other-name") String otherName,
			LocalDate date) {
	}

	record Strict(String text) {

		Strict {
			throw new IllegalArgumentException("no " + text);
		}

	}

	record StrictPart(Part part) {

		record Part(String text) {

			@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
			static Part of(String text) {
				Assert.isTrue(text.isEmpty(), "no " + text);
				return new Part(text);
			}

		}

	}

	record Tree(String text, List<Tree> children, Optional<Tree> parent) {
	}

	record Typed(Shape shape) {

		@JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
		@JsonSubTypes(@JsonSubTypes.Type(Circle.class))
		interface Shape {

		}

		record Circle(int radius) implements Shape {
		}

	}

	record Loose(JsonNode node, Object any, Map<String, Integer> map, UUID id, CharSequence text,
			Collection<Size> sizes, Duration duration, @JsonIgnore InputStream ignored) {
	}

	record Stream(InputStream stream) {
	}

	record Nested(Stream inner) {
	}

	record Many(Set<InputStream> streams) {
	}

	record Perhaps(Optional<InputStream> stream) {
	}

	record Uncreatable(Timestamp timestamp) {
	}

	record ByKey(Map<InputStream, String> map) {
	}

	record People(Viewer.OpenId one, Viewer any, List<Viewer.OpenId> several) {
	}

	record Checked(boolean flag) {
	}

	static final class Guest {

		private final String name;

		private final int count;

		private final boolean vegan;

		Guest(String name, int count, boolean vegan) {
			this.name = name;
			this.count = count;
			this.vegan = vegan;
		}

		@Override
		public String toString() {
			return this.name + this.count + this.vegan;
		}

	}

	record Primitive(int count) {
	}

	enum Size {

		SMALL, LARGE

	}

}
