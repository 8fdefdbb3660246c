package io.ephemeral.feishu.callback;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Clicks as people reported them, which are not part of this project:
 * {@code -Dfield-cases=} names their folder.
 */
@EnabledIfSystemProperty(named = "field-cases", matches = ".+")
class FieldClickTests {

	@ParameterizedTest
	@MethodSource("clicks")
	void clickWhenReportedThenIsRead(Path file) {
		JsonNode expected = json(file).path("expect");

		CardActionEvent event = CardActionEvent.parse(json(file).path("input").toString());

		assertThat(expected.propertyNames()).isNotEmpty()
			.allSatisfy((name) -> assertThat(actual(event, name)).isEqualTo(expected.path(name).asString()));
	}

	private static String actual(CardActionEvent event, String name) {
		return switch (name) {
			case "action" -> event.action();
			case "chat" -> event.chat().value();
			case "input" -> event.input();
			case "form" -> event.form(Form.class).toString();
			default -> throw new AssertionError("Nothing is known of " + name);
		};
	}

	private static List<Path> clicks() throws IOException {
		try (Stream<Path> files = Files.list(Path.of(System.getProperty("field-cases")))) {
			return files.filter((file) -> file.toString().endsWith(".json"))
				.filter((file) -> json(file).path("kind").asString().equals("callback"))
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

	record Form(String text, List<String> many, LocalDate day, LocalTime time, LocalDateTime when, Boolean done,
			String one, Integer number) {
	}

}
