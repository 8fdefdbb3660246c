package io.ephemeral.sample.documents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Block of code in a page.
 *
 * @param place page and line, such as {@code cards.md:27}
 * @param language name after the fence; empty for drawings and outputs
 * @param code content without the indentation of the fence
 */
record CodeBlock(String place, String language, String code) {

	private static final Pattern BLOCK = Pattern.compile("(?ms)^( *)```(\\w*)\\n(.*?)^ *```");

	private static final Path PROJECT = Path.of("..");

	/** The READMEs and the pages of the documents. */
	static List<Path> pages() throws IOException {
		try (Stream<Path> above = Files.list(PROJECT); Stream<Path> docs = Files.list(PROJECT.resolve("docs"))) {
			return Stream.concat(above, docs)
				.filter((page) -> page.getFileName().toString().matches("README.*\\.md|[a-z-]+(\\.zh-CN)?\\.md"))
				.sorted()
				.toList();
		}
	}

	static List<CodeBlock> all(String language) throws IOException {
		List<CodeBlock> blocks = new ArrayList<>();
		for (Path page : pages()) {
			blocks.addAll(of(page.getFileName().toString(), Files.readString(page)));
		}
		return blocks.stream().filter((block) -> block.language().equals(language)).toList();
	}

	static List<CodeBlock> of(String page, String content) {
		return BLOCK.matcher(content).results().map((block) -> of(page, content, block)).toList();
	}

	private static CodeBlock of(String page, String content, MatchResult block) {
		long line = content.substring(0, block.start()).lines().count() + 1;
		return new CodeBlock(page + ":" + line, block.group(2),
				block.group(3).replaceAll("(?m)^" + block.group(1), ""));
	}

	@Override
	public String toString() {
		return this.place;
	}

}
