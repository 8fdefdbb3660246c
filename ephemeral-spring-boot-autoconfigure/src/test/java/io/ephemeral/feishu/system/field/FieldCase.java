package io.ephemeral.feishu.system.field;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Real input that people have sent or received, with the expected result.
 * <p>
 * The cases of this project are in JSON files beside this class. {@code -Dfield-cases=}
 * names a folder of further cases, and {@code -Dcards=} a folder of cards from the
 * official documentation. These are not part of this project.
 *
 * @param name short description
 * @param kind {@code card}, {@code error}, {@code callback} or {@code event}
 * @param call what is called, for errors
 * @param where what is answered with the input, for errors: {@code send} or
 * {@code token}; for cards, {@code public} if everybody sees it instead of one member
 * @param expect what should be seen
 * @param input card, response, or decrypted body
 */
record FieldCase(String name, String kind, String call, String where, JsonNode expect, JsonNode input) {

	private static final JsonMapper MAPPER = JsonMapper.shared();

	/** Returns one test for each case of a kind. */
	static Stream<DynamicTest> tests(String kind, Consumer<FieldCase> test) {
		return all(kind).map((fieldCase) -> DynamicTest.dynamicTest(fieldCase.name(), () -> test.accept(fieldCase)));
	}

	static Stream<FieldCase> all(String kind) {
		return Stream.concat(own(kind), given()).filter((fieldCase) -> fieldCase.kind().equals(kind));
	}

	/** Returns the cards of the official documentation, which have no expected result. */
	static Stream<FieldCase> corpus() {
		return files("cards").map((file) -> read(file.getFileName().toString(), MAPPER.readTree(file), "card"));
	}

	private static Stream<FieldCase> own(String kind) {
		String file = kind + "s.json";
		try (InputStream stream = FieldCase.class.getResourceAsStream(file)) {
			return MAPPER.readTree(Objects.requireNonNull(stream, file))
				.valueStream()
				.map((json) -> read(json.path("name").asString(), json, kind));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Stream<FieldCase> given() {
		return files("field-cases").map((file) -> {
			JsonNode json = MAPPER.readTree(file);
			return read(file.getFileName().toString(), json, json.path("kind").asString());
		});
	}

	private static FieldCase read(String name, JsonNode json, String kind) {
		return new FieldCase(name, kind, json.path("call").asString(""), json.path("where").asString(""),
				json.path("expect"), json.has("input") ? json.path("input") : json);
	}

	private static Stream<Path> files(String property) {
		String folder = System.getProperty(property);
		if (folder == null) {
			return Stream.empty();
		}
		try (Stream<Path> files = Files.list(Path.of(folder))) {
			List<Path> found = files.filter((file) -> file.toString().endsWith(".json")).sorted().toList();
			if (found.isEmpty()) {
				throw new IllegalStateException("There is no case in the folder of -D" + property);
			}
			return found.stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public String toString() {
		return this.name;
	}

}
