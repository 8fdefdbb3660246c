package io.ephemeral.feishu.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import io.ephemeral.feishu.simulator.tenant.Chat;
import io.ephemeral.feishu.simulator.tenant.Json;
import tools.jackson.databind.JsonNode;

/**
 * Card with what the page must show of it. The cases of this project are JSON files in
 * the folder {@code drawing}; {@code -Ddrawing-cases=} names a folder of further ones.
 *
 * @param json has {@code input}, the card; {@code send}, {@code ephemeral} or
 * {@code public}; {@code view} with {@code device} and {@code theme}; perhaps
 * {@code member} with the {@code language} and the {@code zone} of who looks; and
 * {@code check}, the body of a JavaScript function of the element {@code card} that
 * returns true if it is drawn well
 */
record DrawingCase(String name, JsonNode json) {

	private static final Path FOLDER = Path.of("src/test/resources/io/ephemeral/feishu/simulator/drawing");

	static Stream<DrawingCase> all() {
		String further = System.getProperty("drawing-cases");
		return Stream.concat(in(FOLDER), (further != null) ? in(Path.of(further)) : Stream.empty());
	}

	private static Stream<DrawingCase> in(Path folder) {
		try (Stream<Path> files = Files.list(folder)) {
			List<Path> cases = files.filter((file) -> file.toString().endsWith(".json")).sorted().toList();
			return cases.stream().map(DrawingCase::read);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static DrawingCase read(Path file) {
		try {
			return new DrawingCase(file.getFileName().toString().replace(".json", ""),
					Json.parse(Files.readString(file)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Functions that checks may use. */
	static String functions() throws IOException {
		return Files.readString(FOLDER.resolve("functions.js"));
	}

	String check() {
		return this.json.path("check").asString();
	}

	/** Opens the page with this card. */
	void open(DrawnPage page) {
		JsonNode member = this.json.path("member");
		Chat chat = page.createChat(this.name, Locale.forLanguageTag(member.path("language").asString("en-US")),
				ZoneId.of(member.path("zone").asString("UTC")));
		if (this.json.path("send").asString().equals("public")) {
			page.publish(this.json.path("input"), chat);
		}
		else {
			page.show(this.json.path("input"), chat);
		}
		JsonNode view = this.json.path("view");
		page.open(chat, view.path("device").asString(), view.path("theme").asString());
	}

	@Override
	public String toString() {
		return this.name;
	}

}
