package io.ephemeral.sample.documents;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

/**
 * Compiles or parses each block of code of the documents. The translations have the same
 * Java code, so that it is compiled once.
 */
class DocumentCodeTests {

	private static final JavaSnippets SNIPPETS = new JavaSnippets();

	@Test
	void javaWhenCompiledThenHasNoErrors() throws IOException {
		List<CodeBlock> blocks = CodeBlock.all("java")
			.stream()
			.filter((block) -> !block.place().contains("zh-CN"))
			.toList();

		assertThat(blocks).hasSizeGreaterThan(60);
		assertThat(SNIPPETS.errors(blocks)).isEmpty();
	}

	@Test
	void javaWhenAMethodIsMisspeltThenIsAnError() {
		List<CodeBlock> blocks = CodeBlock.of("lunch.md", """
				# Lunch

				```java
				this.cards.delete(sent);

				Button.builder("Noodles").calback(new Eat("noodles"))
				```
				""");

		assertThat(SNIPPETS.errors(blocks)).singleElement().asString().contains("lunch.md:3", "calback");
	}

	@ParameterizedTest
	@MethodSource
	void jsonWhenReadThenIsWellFormed(CodeBlock block) {
		assertThatCode(() -> JsonMapper.shared().readTree(block.code())).doesNotThrowAnyException();
	}

	static List<CodeBlock> jsonWhenReadThenIsWellFormed() throws IOException {
		return CodeBlock.all("json");
	}

	@ParameterizedTest
	@MethodSource
	void yamlWhenReadThenIsWellFormed(CodeBlock block) {
		assertThatCode(() -> new Yaml().<Object>load(block.code())).doesNotThrowAnyException();
	}

	static List<CodeBlock> yamlWhenReadThenIsWellFormed() throws IOException {
		return CodeBlock.all("yaml");
	}

	@ParameterizedTest
	@MethodSource
	void xmlWhenReadThenIsWellFormed(CodeBlock block) {
		byte[] document = ("<x>" + block.code() + "</x>").getBytes(StandardCharsets.UTF_8);

		assertThatCode(() -> DocumentBuilderFactory.newInstance()
			.newDocumentBuilder()
			.parse(new ByteArrayInputStream(document))).doesNotThrowAnyException();
	}

	static List<CodeBlock> xmlWhenReadThenIsWellFormed() throws IOException {
		return CodeBlock.all("xml");
	}

	@ParameterizedTest
	@MethodSource
	void shellWhenReadThenHasNoErrors(CodeBlock block) throws Exception {
		Process bash = new ProcessBuilder("bash", "-n").redirectErrorStream(true).start();
		try (var input = bash.outputWriter(StandardCharsets.UTF_8)) {
			input.write(block.code());
		}

		assertThat(bash.inputReader(StandardCharsets.UTF_8).lines()).isEmpty();
	}

	static List<CodeBlock> shellWhenReadThenHasNoErrors() throws IOException {
		return CodeBlock.all("sh");
	}

	@ParameterizedTest
	@MethodSource
	void kotlinWhenReadThenClosesItsBrackets(CodeBlock block) {
		String open = block.code().replaceAll("\"[^\"\\n]*\"|//[^\\n]*", "").replaceAll("[^(){}\\[\\]]", "");
		String before = "";
		while (!open.equals(before)) {
			before = open;
			open = open.replace("()", "").replace("{}", "").replace("[]", "");
		}

		assertThat(open).isEmpty();
	}

	static List<CodeBlock> kotlinWhenReadThenClosesItsBrackets() throws IOException {
		return CodeBlock.all("kotlin");
	}

	@Test
	void languagesWhenUsedThenAreChecked() throws IOException {
		assertThat(CodeBlock.pages()).isNotEmpty().allSatisfy((page) -> {
			String content = Files.readString(page);
			assertThat(CodeBlock.of(page.getFileName().toString(), content)).extracting(CodeBlock::language)
				.isSubsetOf("", "java", "json", "yaml", "xml", "sh", "kotlin");
		});
	}

}
