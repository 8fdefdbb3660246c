package io.ephemeral.feishu.card.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.ephemeral.feishu.card.Card;
import io.ephemeral.feishu.card.CardContent;
import io.ephemeral.feishu.card.Header;
import io.ephemeral.feishu.card.HeaderTemplate;
import io.ephemeral.feishu.card.RawCard;
import io.ephemeral.feishu.card.element.Button;
import io.ephemeral.feishu.card.element.DateTimePicker;
import io.ephemeral.feishu.card.element.Form;
import io.ephemeral.feishu.card.element.Input;
import io.ephemeral.feishu.card.element.SelectStatic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class CardSourceTests {

	private static final Path COMPONENTS = Path.of("src/test/resources/io/ephemeral/feishu/card/components");

	private static final Path SIMULATOR = Path
		.of("../ephemeral-feishu-simulator/src/test/resources/io/ephemeral/feishu/simulator/cards");

	private static final Path FIELD = Path
		.of("../ephemeral-spring-boot-autoconfigure/src/test/resources/io/ephemeral/feishu/system/field/cards.json");

	private static final Comparator<JsonNode> SAME_NUMBERS = (one, other) -> (one.isNumber() && other.isNumber())
			? one.decimalValue().compareTo(other.decimalValue()) : one.equals(other) ? 0 : 1;

	@TempDir
	private Path folder;

	@Test
	void sourceWhenCardIsOfTheGuideThenIsTheCodeOfTheGuide() {
		Card card = Card.builder()
			.header(Header.of("Set a reminder").template(HeaderTemplate.BLUE))
			.add(Form.builder("reminder")
				.add(Input.builder("text").label("What").placeholder("Water the plants").required().maxLength(200))
				.add(DateTimePicker.builder("when").placeholder("When").required())
				.add(SelectStatic.builder("repeat")
					.option("Never", "never")
					.option("Daily", "daily")
					.placeholder("Repeat"))
				.add(Button.submit("save", "Save").type(Button.Type.PRIMARY).callback("save")))
			.add(Button.builder("Cancel").callback("cancel"))
			.build();

		assertThat(CardSource.of(card).toStatement()).isEqualTo(
				"""
						Card card = Card.builder()
						    .header(Header.of("Set a reminder").template(HeaderTemplate.BLUE))
						    .add(Form.builder("reminder")
						        .add(Input.builder("text").label("What").placeholder("Water the plants").required().maxLength(200))
						        .add(DateTimePicker.builder("when").placeholder("When").required())
						        .add(SelectStatic.builder("repeat")
						            .option("Never", "never")
						            .option("Daily", "daily")
						            .placeholder("Repeat"))
						        .add(Button.submit("save", "Save").type(Button.Type.PRIMARY).callback("save")))
						    .add(Button.builder("Cancel").callback("cancel"))
						    .build();""");
	}

	@Test
	void sourceWhenTextHasSeveralLinesThenHasTextBlock() {
		assertThat(markdown("**Lunch** on Friday, with everybody\\n\\n- noodles\\n- rice, and \\\"tea\\\""))
			.isEqualTo("""
					Card card = Card.builder()
					    .add(Markdown.of(\"""
					        **Lunch** on Friday, with everybody

					        - noodles
					        - rice, and "tea\\"\"""))
					    .build();""");
	}

	@Test
	void sourceWhenBuilderLacksPropertyThenNamesItInComment() {
		assertThat(source("{\"tag\":\"hr\",\"glow\":[1,null]}")).isEqualTo("""
				Card card = Card.builder()
				    .add(Divider.builder()
				        // The builder has no such property.
				        .property(
				            "glow",
				            RawCard.parse(\"""
				                {
				                  "value" : [ 1, null ]
				                }\""")
				                .json()
				                .get("value")))
				    .build();""");
	}

	@Test
	void sourceWhenPropertiesAreUnknownThenTimeIsShort() {
		String properties = IntStream.range(0, 500)
			.mapToObj((number) -> "\"glow" + number + "\":" + number)
			.collect(Collectors.joining(","));

		String source = assertTimeoutPreemptively(Duration.ofMinutes(1),
				() -> source("{\"tag\":\"hr\"," + properties + "}"));

		assertThat(source).contains("\"glow0\"", "\"glow499\"");
	}

	@Test
	void sourceWhenElementIsUnknownThenStaysJsonWithComment() {
		assertThat(source("{\"tag\":\"hologram\"}")).isEqualTo("""
				Card card = Card.builder()
				    // The builders have no such element.
				    .add(RawElement.parse(\"""
				        {
				          "tag" : "hologram"
				        }\"""))
				    .build();""");
	}

	@Test
	void sourceWhenCardIsOfOlderStructureThenStaysJsonWithComment() {
		assertThat(CardSource.of(RawCard.parse("{\"elements\":[]}")).toStatement())
			.isEqualTo("// The builders write JSON 2.0; a card of the 1.0 structure stays JSON.\n"
					+ "RawCard card = RawCard.parse(\"\"\"\n    {\n      \"elements\" : [ ]\n    }\"\"\");");
	}

	@Test
	void sourceWhenCardRefersToTemplateThenNamesIt() {
		assertThat(CardSource
			.of(RawCard.parse(
					"{\"type\":\"template\",\"data\":{\"template_id\":\"AAq1\",\"template_variable\":{\"guests\":3}}}"))
			.toStatement()).isEqualTo("""
					TemplateCard card = TemplateCard.of("AAq1")
					    .variable("guests", 3);""");
	}

	@Test
	void classWhenNameIsNoClassThenIsRefused() {
		CardSource source = CardSource.of(Card.builder().build());

		assertThatIllegalArgumentException().isThrownBy(() -> source.toClass("lunch card"))
			.withMessageContaining("LunchCard");
	}

	@Test
	void testWhenWrittenThenCompiles() {
		CardSource source = CardSource.of(Card.builder().title("Lunch?").build());

		SourceCompiler.compile(Map.of("LunchCardTests", source.toTest("LunchCardTests")), this.folder);

		assertThat(this.folder.resolve("LunchCardTests.class")).exists();
	}

	@Test
	void componentsWhenWrittenThenGiveTheSameJson() {
		assertSame(Stream.concat(files(COMPONENTS), files(SIMULATOR)));
	}

	@Test
	void fieldCardsWhenWrittenThenGiveTheSameJson() {
		assertSame(RawCard.parse("{\"cards\":" + text(FIELD) + "}")
			.json()
			.get("cards")
			.valueStream()
			.map((fieldCase) -> fieldCase.path("input")));
	}

	@Test
	void randomCardsWhenWrittenThenGiveTheSameJson() {
		List<JsonNode> components = files(COMPONENTS).toList();

		assertSame(IntStream.rangeClosed(1, 500).mapToObj((seed) -> new RandomCard(components, seed).json()));
	}

	@Test
	@EnabledIfSystemProperty(named = "cards", matches = ".+")
	void samplesWhenWrittenThenGiveTheSameJson() {
		assertSame(files(Path.of(System.getProperty("cards"))));
	}

	@Test
	@EnabledIfSystemProperty(named = "field-cases", matches = ".+")
	void givenFieldCardsWhenWrittenThenGiveTheSameJson() {
		assertSame(files(Path.of(System.getProperty("field-cases")))
			.filter((fieldCase) -> fieldCase.path("kind").asString().equals("card"))
			.map((fieldCase) -> fieldCase.path("input")));
	}

	private void assertSame(Stream<JsonNode> cards) {
		Map<String, JsonNode> expected = new LinkedHashMap<>();
		Map<String, String> sources = new LinkedHashMap<>();
		cards.map((card) -> card.path("dsl").isObject() ? card.get("dsl") : card).forEach((card) -> {
			String name = "Card" + expected.size();
			expected.put(name, card);
			sources.put(name, CardSource.of(RawCard.of(card)).toClass(name));
		});

		Map<String, CardContent> written = SourceCompiler.cards(sources, this.folder);

		assertThat(written).isNotEmpty().allSatisfy((name, card) -> {
			JsonNode json = RawCard.parse(card.toJson()).json();
			assertThat(json.equals(SAME_NUMBERS, expected.get(name))).as(() -> sources.get(name) + expected.get(name))
				.isTrue();
		});
	}

	private static String markdown(String content) {
		return source("{\"tag\":\"markdown\",\"content\":\"" + content + "\"}");
	}

	private static String source(String element) {
		return CardSource.of(RawCard.parse("{\"schema\":\"2.0\",\"body\":{\"elements\":[" + element + "]}}"))
			.toStatement();
	}

	private static Stream<JsonNode> files(Path folder) {
		try (Stream<Path> files = Files.list(folder)) {
			return files.filter((file) -> file.toString().endsWith(".json"))
				.sorted()
				.toList()
				.stream()
				.map((file) -> RawCard.parse(text(file)).json());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String text(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
