package io.ephemeral.feishu.callback;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import io.ephemeral.feishu.callback.MessageReceived.Mention;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Events as people reported them, which are not part of this project:
 * {@code -Dfield-cases=} names their folder.
 */
@EnabledIfSystemProperty(named = "field-cases", matches = ".+")
class FieldEventTests {

	@ParameterizedTest
	@MethodSource("events")
	void messageWhenReportedThenIsRead(Path file) {
		JsonNode expected = json(file).path("expect");

		MessageReceived message = (MessageReceived) FeishuEvents
			.read(CallbackPayload.of(json(file).path("input"), false));

		assertThat(expected.propertyNames()).isNotEmpty()
			.allSatisfy((name) -> assertExpected(message, name, expected.path(name)));
	}

	private static void assertExpected(MessageReceived message, String name, JsonNode value) {
		switch (name) {
			case "text" -> assertThat(message.text()).isEqualTo(value.asString());
			case "textContains" -> assertThat(message.text()).contains(value.asString());
			case "type" -> assertThat(message.type()).isEqualTo(value.asString());
			case "bot" -> assertThat(message.bot()).isEqualTo(value.asBoolean());
			case "mentions" -> assertThat(message.mentions()).extracting(Mention::openId)
				.containsExactlyElementsOf(value.valueStream().map(JsonNode::asString).toList());
			default -> throw new AssertionError("Nothing is known of " + name);
		}
	}

	private static List<Path> events() throws IOException {
		try (Stream<Path> files = Files.list(Path.of(System.getProperty("field-cases")))) {
			return files.filter((file) -> file.toString().endsWith(".json"))
				.filter((file) -> json(file).path("kind").asString().equals("event"))
				.sorted()
				.toList();
		}
	}

	private static JsonNode json(Path file) {
		try {
			return CallbackMapper.INSTANCE.readTree(Files.readString(file));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
