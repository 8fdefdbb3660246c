package io.ephemeral.feishu.card;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.ephemeral.feishu.card.element.CardPart;
import io.ephemeral.feishu.card.element.Element;
import io.ephemeral.feishu.card.element.Image;
import io.ephemeral.feishu.card.element.RawElement;
import io.ephemeral.feishu.card.element.Tagged;
import io.ephemeral.feishu.card.rule.CardTarget;
import io.ephemeral.feishu.card.rule.CardViolation.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Cards of one component each, with every property that it has; and a card for what is
 * around the components.
 */
class CardComponentTests {

	private static final String CARD = "card";

	private static final String NEIGHBOR = "new_neighbor";

	@Test
	void componentsWhenModelledThenHaveFiles() {
		assertThat(files())
			.containsExactlyInAnyOrderElementsOf(Stream.concat(Stream.of(CARD), componentsOf(Element.class)).toList());
	}

	@Test
	void objectsWhenModelledThenHaveEveryPropertyInSomeFile() {
		Set<String> modelled = new TreeSet<>();
		Set<String> set = new TreeSet<>();
		files().flatMap((file) -> CardParts.of(card(file)).values().stream())
			.forEach((part) -> CardParts.properties(part.getClass()).forEach((property) -> {
				String name = part.getClass().getSimpleName() + "." + property.getName();
				modelled.add(name);
				if (CardParts.isSet(property, part)) {
					set.add(name);
				}
			}));

		assertThat(set).containsAll(modelled);
	}

	@ParameterizedTest
	@MethodSource("files")
	void componentWhenReadThenHasEveryPropertySet(String file) {
		CardPart component = component(file);

		assertThat(CardParts.properties(component.getClass()))
			.allMatch((property) -> CardParts.isSet(property, component));
	}

	@ParameterizedTest
	@MethodSource("files")
	void cardWhenReadAndWrittenThenIsTheSameJsonAndTyped(String file) {
		assertTypedAndSame(json(file));
	}

	@ParameterizedTest
	@MethodSource("files")
	void cardWhenValidatedThenIsRight(String file) {
		assertThat(new CardValidator().validate(card(file), CardTarget.PUBLIC))
			.noneMatch((violation) -> violation.severity() == Severity.ERROR);
	}

	@ParameterizedTest
	@MethodSource("files")
	void cardWhenObjectHasUnknownNeighborThenKeepsIt(String file) {
		objects(json(file)).forEach((pointer) -> {
			JsonNode json = changed(file, pointer, (object) -> object.putArray(NEIGHBOR).add("1.50").addNull());
			Card card = CardReader.read(json);

			assertThat(RawCard.parse(card.toJson()).json()).as(pointer).isEqualTo(json);
			assertThat(UntypedParts.of(card)).as(pointer).hasSizeLessThanOrEqualTo(1);
		});
	}

	@ParameterizedTest
	@MethodSource("files")
	void cardWhenTypedObjectHasUnknownNeighborThenStaysTyped(String file) {
		CardParts.of(card(file)).forEach((pointer, part) -> {
			JsonNode json = changed(file, pointer, (object) -> object.putArray(NEIGHBOR));

			assertThat(CardParts.of(CardReader.read(json)).get(pointer)).as(pointer)
				.hasSameClassAs(part)
				.satisfies((read) -> assertThat(read.unknown()).containsOnlyKeys(NEIGHBOR));
		});
	}

	@ParameterizedTest
	@MethodSource("files")
	void cardWhenOptionalPropertyIsMissingThenIsTyped(String file) {
		CardParts.of(card(file)).forEach((pointer, part) -> {
			for (RecordComponent property : CardParts.properties(part.getClass())) {
				if (CardParts.isOptional(property) && !isNeeded(property, part)) {
					assertTypedAndSame(changed(file, pointer, (object) -> object.remove(CardParts.nameOf(property))));
				}
			}
		});
	}

	@ParameterizedTest
	@MethodSource("files")
	void cardWhenPrintedThenShowsNoContent(String file) {
		List<String> contents = strings(json(file));

		assertThat(CardParts.of(card(file)).values()).extracting(Object::toString)
			.allSatisfy((text) -> assertThat(text).doesNotContain(contents));
	}

	/** An image needs a key, either of its own or for some language. */
	private static boolean isNeeded(RecordComponent property, CardPart part) {
		return part instanceof Image image && image.i18nImageKeys().isEmpty() && property.getName().equals("imageKey");
	}

	private static void assertTypedAndSame(JsonNode json) {
		Card card = CardReader.read(json);
		assertThat(UntypedParts.of(card)).isEmpty();
		assertThat(RawCard.parse(card.toJson()).json()).isEqualTo(json);
	}

	private static CardPart component(String file) {
		return CardParts.of(card(file))
			.values()
			.stream()
			.filter((part) -> (part instanceof Tagged tagged) ? tagged.tag().equals(file) : file.equals(CARD))
			.findFirst()
			.orElseThrow();
	}

	/** The tags of what stands in a place. */
	private static Stream<String> componentsOf(Class<?> place) {
		if (place == RawElement.class) {
			return Stream.of();
		}
		return place.isSealed()
				? Stream.of(place.getPermittedSubclasses()).flatMap(CardComponentTests::componentsOf).distinct()
				: Stream.of(place.getAnnotation(JsonTypeName.class).value());
	}

	private static JsonNode changed(String file, String pointer, Consumer<ObjectNode> change) {
		JsonNode json = json(file);
		change.accept((ObjectNode) json.at(pointer));
		return json;
	}

	/** The JSON pointers of all objects. */
	private static List<String> objects(JsonNode json) {
		List<String> pointers = new ArrayList<>();
		collectObjects("", json, pointers);
		return pointers;
	}

	private static void collectObjects(String pointer, JsonNode json, List<String> pointers) {
		if (json.isObject()) {
			pointers.add(pointer);
			json.properties()
				.forEach(
						(property) -> collectObjects(pointer + "/" + property.getKey(), property.getValue(), pointers));
		}
		for (int index = 0; json.isArray() && index < json.size(); index++) {
			collectObjects(pointer + "/" + index, json.get(index), pointers);
		}
	}

	private static List<String> strings(JsonNode json) {
		return json.isString() ? List.of(json.stringValue())
				: json.valueStream().flatMap((value) -> strings(value).stream()).toList();
	}

	private static Card card(String file) {
		return CardReader.read(json(file));
	}

	private static JsonNode json(String file) {
		try {
			return RawCard.parse(Files.readString(folder().resolve(file + ".json"))).json();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Stream<String> files() {
		try (Stream<Path> files = Files.list(folder())) {
			return files.map((file) -> file.getFileName().toString().replace(".json", "")).sorted().toList().stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Path folder() {
		try {
			return Path.of(CardComponentTests.class.getResource("components").toURI());
		}
		catch (URISyntaxException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
