package io.ephemeral.feishu.system;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.callback.CardAction;
import io.ephemeral.feishu.callback.CardActionReply;
import io.ephemeral.feishu.card.CardValidator;
import io.ephemeral.feishu.card.rule.CardTarget;
import io.ephemeral.feishu.ephemeral.EphemeralCardTemplate;
import io.ephemeral.feishu.form.RecordForm;
import io.ephemeral.feishu.simulator.FeishuSimulator;
import io.ephemeral.feishu.simulator.ShownCard;
import io.ephemeral.feishu.simulator.ShownToast;
import io.ephemeral.feishu.simulator.SimulatedChat;
import jakarta.validation.constraints.AssertFalse;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.FutureOrPresent;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Negative;
import jakarta.validation.constraints.NegativeOrZero;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Null;
import jakarta.validation.constraints.Past;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Forms from records of all types and constraints, from the record to the screen of a
 * member and back.
 */
@SpringBootTest(classes = { TestApplication.class, RecordFormsTests.Handlers.class },
		webEnvironment = WebEnvironment.RANDOM_PORT)
@ExtendWith(LongDeadlines.class)
class RecordFormsTests {

	private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

	private static final LocalDateTime MOMENT = LocalDateTime.of(2026, 1, 5, 9, 30);

	/** Stands for the open id of Bob, which is known later. */
	private static final String BOB = "ou_bob";

	@Autowired
	private FeishuSimulator feishu;

	@Autowired
	private EphemeralCardTemplate cards;

	@Autowired
	private Handlers handlers;

	private SimulatedChat chat;

	@BeforeEach
	void createChat() {
		this.feishu.reset();
		this.chat = this.feishu.createChat("ada", "bob");
		this.chat.setTimeZone("ada", SHANGHAI);
		this.handlers.received = null;
	}

	@ParameterizedTest
	@MethodSource("cases")
	void formWhenDrawnThenBreaksNoRule(Case form) {
		assertThat(new CardValidator().validate(RecordForm.of(form.type()), CardTarget.EPHEMERAL)).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("cases")
	void formWhenFilledInThenHandlerGetsTheRecord(Case form) {
		assertThat(show(form).submit(form.right())).hasValue(new ShownToast("success", "Thank you", 0));

		assertThat(this.handlers.received).usingRecursiveComparison()
			.withEqualsForType((actual, expected) -> actual.value().equals(this.chat.openId("bob")),
					Viewer.OpenId.class)
			.isEqualTo(form.expected());
	}

	@ParameterizedTest
	@MethodSource("wrong")
	void formWhenFilledInWrongThenShowsMistakesAndCanBeCorrected(Case form) {
		assertThat(show(form).submit(form.wrong())).isEmpty();

		assertThat(this.handlers.received).isNull();
		assertThat(wrongFields()).containsExactlyElementsOf(form.mistakes());
		assertThat(shown().submit(form.right())).hasValue(new ShownToast("success", "Thank you", 0));
	}

	@ParameterizedTest
	@MethodSource("refusedByClient")
	void formWhenRequiredFieldIsEmptyThenClientRefuses(Case form) {
		assertThat(show(form).submit(form.wrong())).isPresent();

		assertThat(this.handlers.received).isNull();
	}

	private ShownCard show(Case form) {
		this.cards.send(new ChatId(this.chat.id()), Viewer.openId(this.chat.openId("ada")), RecordForm.of(form.type()));
		return shown();
	}

	private ShownCard shown() {
		return this.chat.seenBy("ada").get(0);
	}

	/** Returns the fields with a red text below them. */
	private List<String> wrongFields() {
		List<JsonNode> elements = shown().json().at("/body/elements/0/elements").valueStream().toList();
		return Stream.iterate(1, (index) -> index + 1)
			.limit(elements.size() - 1L)
			.filter((index) -> elements.get(index).at("/text/text_color").asString("").equals("red"))
			.map((index) -> elements.get(index - 1).path("name").asString(""))
			.toList();
	}

	static Stream<Case> cases() {
		return Stream.of(of(new Text("a"), Map.of("text", "a")),
				of(new Filled("a"), Map.of("text", "a")).refusedByClient(Map.of("text", " ")),
				of(new Sized("abc"), Map.of("text", "abc")).wrong(Map.of("text", "ab"), "text"),
				of(new Lines("a\nb"), Map.of("text", "a\nb")).wrong(Map.of("text", "a"), "text"),
				of(new Mail("a@b.c"), Map.of("mail", "a@b.c")).wrong(Map.of("mail", "a"), "mail"),
				of(new Code("ABC"), Map.of("code", "ABC")).wrong(Map.of("code", "abc"), "code"),
				of(new Nothing(null), Map.of("text", "")).wrong(Map.of("text", "a"), "text"),
				of(new Whole(-7), Map.of("number", "-7")).wrong(Map.of("number", "1.5"), "number"),
				of(new Large(7_000_000_000L), Map.of("number", "7000000000")).wrong(Map.of("number", "many"), "number"),
				of(new Small((short) 7), Map.of("number", "7")).wrong(Map.of("number", "99999"), "number"),
				of(new Tiny((byte) 7), Map.of("number", "7")).wrong(Map.of("number", "300"), "number"),
				of(new Fraction(1.5), Map.of("number", "1.5")).wrong(Map.of("number", "1,5"), "number"),
				of(new Single(1.5f), Map.of("number", "1.5")).wrong(Map.of("number", "x"), "number"),
				of(new Boxed(null), Map.of("number", "")).wrong(Map.of("number", "x"), "number"),
				of(new Exact(new BigDecimal("1.50")), Map.of("number", "1.50")).wrong(Map.of("number", "1,000"),
						"number"),
				of(new Huge(new BigInteger("12345678901234567890")), Map.of("number", "12345678901234567890"))
					.wrong(Map.of("number", "1.5"), "number"),
				of(new Between(10), Map.of("number", "10")).wrong(Map.of("number", "11"), "number"),
				of(new Priced(new BigDecimal("1.4")), Map.of("price", "1.4")).wrong(Map.of("price", "1.5"), "price"),
				of(new Digital(new BigDecimal("99.9")), Map.of("price", "99.9")).wrong(Map.of("price", "100"), "price"),
				of(new Above(1), Map.of("number", "1")).wrong(Map.of("number", "0"), "number"),
				of(new NotBelow(0), Map.of("number", "0")).wrong(Map.of("number", "-1"), "number"),
				of(new Below(-1), Map.of("number", "-1")).wrong(Map.of("number", "0"), "number"),
				of(new NotAbove(0), Map.of("number", "0")).wrong(Map.of("number", "1"), "number"),
				of(new Flag(true), Map.of("flag", true)), of(new Boxes(false), Map.of("flag", false)),
				of(new Agreed(true), Map.of("flag", true)).wrong(Map.of(), "flag"),
				of(new Declined(false), Map.of("flag", false)).wrong(Map.of("flag", true), "flag"),
				of(new Day(LocalDate.of(2099, 1, 5)), Map.of("date", LocalDate.of(2099, 1, 5)))
					.refusedByClient(Map.of()),
				of(new Coming(LocalDate.of(2099, 1, 5)), Map.of("date", LocalDate.of(2099, 1, 5)))
					.wrong(Map.of("date", LocalDate.EPOCH), "date"),
				of(new Gone(LocalDate.EPOCH), Map.of("date", LocalDate.EPOCH))
					.wrong(Map.of("date", LocalDate.of(2099, 1, 5)), "date"),
				of(new NotGone(LocalDate.of(2099, 1, 5)), Map.of("date", LocalDate.of(2099, 1, 5)))
					.wrong(Map.of("date", LocalDate.EPOCH), "date"),
				of(new Clock(LocalTime.of(9, 30)), Map.of("time", LocalTime.of(9, 30))).refusedByClient(Map.of()),
				of(new Moment(MOMENT), Map.of("moment", MOMENT)),
				of(new Recorded(MOMENT.atOffset(ZoneOffset.ofHours(8))), Map.of("moment", MOMENT))
					.wrong(Map.of("moment", MOMENT.plusYears(100)), "moment"),
				of(new Zoned(MOMENT.atZone(SHANGHAI)), Map.of("moment", MOMENT)),
				of(new Choice(Color.RED), Map.of("color", "Red")).refusedByClient(Map.of()),
				of(new Choices(List.of(Color.RED, Color.DARK_BLUE)), Map.of("colors", List.of("Red", "Dark blue")))
					.refusedByClient(Map.of()),
				of(new Several(Set.of(Color.RED, Color.DARK_BLUE)), Map.of("colors", List.of("Red", "Dark blue")))
					.wrong(Map.of("colors", List.of("Red")), "colors"),
				of(new Person(Viewer.openId(BOB)), Map.of("person", "bob")),
				of(new Anyone(Viewer.openId(BOB)), Map.of("person", "bob")).refusedByClient(Map.of()),
				of(new People(List.of(Viewer.openId(BOB))), Map.of("people", List.of("bob")))
					.wrong(Map.of("people", List.of("ada", "bob")), "people"),
				of(new Maybe(Optional.empty(), Optional.empty(), Optional.empty(),
						Optional.of(LocalDate.of(2099, 1, 5))), Map.of("number", "", "date", LocalDate.of(2099, 1, 5)))
					.wrong(Map.of("number", "x"), "number"),
				of(new Mixed("a", 1, "a@b.c", Color.RED),
						Map.of("text", "a", "number", "1", "mail", "a@b.c", "color", "Red"))
					.wrong(Map.of("text", "a", "number", "0", "mail", "a", "color", "Red"), "number", "mail"));
	}

	static Stream<Case> wrong() {
		return cases().filter((form) -> !form.mistakes().isEmpty());
	}

	static Stream<Case> refusedByClient() {
		return cases().filter((form) -> form.wrong() != null && form.mistakes().isEmpty());
	}

	private static Case of(Record expected, Map<String, ?> right) {
		return new Case(expected, right, null, List.of());
	}

	/**
	 * Form with values.
	 *
	 * @param expected record that the handler gets for the right values
	 * @param wrong wrong values; null if there are none
	 * @param mistakes fields with mistakes; empty if the client itself refuses the values
	 */
	record Case(Record expected, Map<String, ?> right, Map<String, ?> wrong, List<String> mistakes) {

		Case wrong(Map<String, ?> wrong, String... mistakes) {
			return new Case(this.expected, this.right, wrong, List.of(mistakes));
		}

		Case refusedByClient(Map<String, ?> wrong) {
			return new Case(this.expected, this.right, wrong, List.of());
		}

		Class<? extends Record> type() {
			return this.expected.getClass();
		}

		@Override
		public String toString() {
			return type().getSimpleName();
		}

	}

	enum Color {

		RED, DARK_BLUE

	}

	record Text(String text) {
	}

	record Filled(@NotBlank String text) {
	}

	record Sized(@Size(min = 3, max = 5) String text) {
	}

	record Lines(@NotBlank @Size(min = 2, max = 200) String text) {
	}

	record Mail(@Email String mail) {
	}

	record Code(@Pattern(regexp = "[A-Z]{3}") String code) {
	}

	record Nothing(@Null String text) {
	}

	record Whole(int number) {
	}

	record Large(long number) {
	}

	record Small(short number) {
	}

	record Tiny(byte number) {
	}

	record Fraction(double number) {
	}

	record Single(float number) {
	}

	record Boxed(Integer number) {
	}

	record Exact(BigDecimal number) {
	}

	record Huge(BigInteger number) {
	}

	record Between(@Min(1) @Max(10) int number) {
	}

	record Priced(@DecimalMin("0.5") @DecimalMax(value = "1.5", inclusive = false) BigDecimal price) {
	}

	record Digital(@Digits(integer = 2, fraction = 1) BigDecimal price) {
	}

	record Above(@Positive int number) {
	}

	record NotBelow(@PositiveOrZero int number) {
	}

	record Below(@Negative int number) {
	}

	record NotAbove(@NegativeOrZero int number) {
	}

	record Flag(boolean flag) {
	}

	record Boxes(Boolean flag) {
	}

	record Agreed(@AssertTrue boolean flag) {
	}

	record Declined(@AssertFalse boolean flag) {
	}

	record Day(@NotNull LocalDate date) {
	}

	record Coming(@Future LocalDate date) {
	}

	record Gone(@Past LocalDate date) {
	}

	record NotGone(@FutureOrPresent LocalDate date) {
	}

	record Clock(@NotNull LocalTime time) {
	}

	record Moment(LocalDateTime moment) {
	}

	record Recorded(@PastOrPresent OffsetDateTime moment) {
	}

	record Zoned(ZonedDateTime moment) {
	}

	record Choice(@NotNull Color color) {
	}

	record Choices(@NotEmpty List<Color> colors) {
	}

	record Several(@Size(min = 2) Set<Color> colors) {
	}

	record Person(Viewer.OpenId person) {
	}

	record Anyone(@NotNull Viewer person) {
	}

	record People(@Size(max = 1) List<Viewer.OpenId> people) {
	}

	record Maybe(Optional<String> text, Optional<Integer> number, Optional<Color> color, Optional<LocalDate> date) {
	}

	record Mixed(@NotBlank String text, @Min(1) int number, @Email String mail, @NotNull Color color) {
	}

	static class Handlers {

		private volatile Record received;

		private CardActionReply receive(Record form) {
			this.received = form;
			return CardActionReply.success("Thank you");
		}

		@CardAction
		CardActionReply text(Text form) {
			return receive(form);
		}

		@CardAction
		CardActionReply filled(Filled form) {
			return receive(form);
		}

		@CardAction
		CardActionReply sized(Sized form) {
			return receive(form);
		}

		@CardAction
		CardActionReply lines(Lines form) {
			return receive(form);
		}

		@CardAction
		CardActionReply mail(Mail form) {
			return receive(form);
		}

		@CardAction
		CardActionReply code(Code form) {
			return receive(form);
		}

		@CardAction
		CardActionReply nothing(Nothing form) {
			return receive(form);
		}

		@CardAction
		CardActionReply whole(Whole form) {
			return receive(form);
		}

		@CardAction
		CardActionReply large(Large form) {
			return receive(form);
		}

		@CardAction
		CardActionReply small(Small form) {
			return receive(form);
		}

		@CardAction
		CardActionReply tiny(Tiny form) {
			return receive(form);
		}

		@CardAction
		CardActionReply fraction(Fraction form) {
			return receive(form);
		}

		@CardAction
		CardActionReply single(Single form) {
			return receive(form);
		}

		@CardAction
		CardActionReply boxed(Boxed form) {
			return receive(form);
		}

		@CardAction
		CardActionReply exact(Exact form) {
			return receive(form);
		}

		@CardAction
		CardActionReply huge(Huge form) {
			return receive(form);
		}

		@CardAction
		CardActionReply between(Between form) {
			return receive(form);
		}

		@CardAction
		CardActionReply priced(Priced form) {
			return receive(form);
		}

		@CardAction
		CardActionReply digital(Digital form) {
			return receive(form);
		}

		@CardAction
		CardActionReply above(Above form) {
			return receive(form);
		}

		@CardAction
		CardActionReply notBelow(NotBelow form) {
			return receive(form);
		}

		@CardAction
		CardActionReply below(Below form) {
			return receive(form);
		}

		@CardAction
		CardActionReply notAbove(NotAbove form) {
			return receive(form);
		}

		@CardAction
		CardActionReply flag(Flag form) {
			return receive(form);
		}

		@CardAction
		CardActionReply boxes(Boxes form) {
			return receive(form);
		}

		@CardAction
		CardActionReply agreed(Agreed form) {
			return receive(form);
		}

		@CardAction
		CardActionReply declined(Declined form) {
			return receive(form);
		}

		@CardAction
		CardActionReply day(Day form) {
			return receive(form);
		}

		@CardAction
		CardActionReply coming(Coming form) {
			return receive(form);
		}

		@CardAction
		CardActionReply gone(Gone form) {
			return receive(form);
		}

		@CardAction
		CardActionReply notGone(NotGone form) {
			return receive(form);
		}

		@CardAction
		CardActionReply clock(Clock form) {
			return receive(form);
		}

		@CardAction
		CardActionReply moment(Moment form) {
			return receive(form);
		}

		@CardAction
		CardActionReply recorded(Recorded form) {
			return receive(form);
		}

		@CardAction
		CardActionReply zoned(Zoned form) {
			return receive(form);
		}

		@CardAction
		CardActionReply choice(Choice form) {
			return receive(form);
		}

		@CardAction
		CardActionReply choices(Choices form) {
			return receive(form);
		}

		@CardAction
		CardActionReply several(Several form) {
			return receive(form);
		}

		@CardAction
		CardActionReply person(Person form) {
			return receive(form);
		}

		@CardAction
		CardActionReply anyone(Anyone form) {
			return receive(form);
		}

		@CardAction
		CardActionReply people(People form) {
			return receive(form);
		}

		@CardAction
		CardActionReply maybe(Maybe form) {
			return receive(form);
		}

		@CardAction
		CardActionReply mixed(Mixed form) {
			return receive(form);
		}

	}

}
