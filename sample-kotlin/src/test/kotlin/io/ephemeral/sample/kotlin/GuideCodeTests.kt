package io.ephemeral.sample.kotlin

import java.nio.file.Files
import java.nio.file.Path
import kotlin.io.path.extension
import kotlin.io.path.readText
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test

/** Each paragraph of Kotlin in the documents is a part of the sources of this module, which compile. */
class GuideCodeTests {
	private val sources = files(Path.of("src"), "kt").map { unindented(it.readText()) }

	@Test
	fun `code when in a document then is compiled`() {
		val pages = files(Path.of("../docs"), "md").map { it.readText() }.filter { it.contains("```kotlin") }

		assertThat(pages).isNotEmpty().allSatisfy { page -> assertThat(notCompiled(page)).isEmpty() }
	}

	@Test
	fun `code when misspelt then is found`() {
		val page = Path.of("../docs/kotlin.md").readText().replace("Seal.", "Seel.")

		assertThat(notCompiled(page)).singleElement().asString().contains("Seel.")
	}

	private fun notCompiled(page: String): List<String> = Regex("```kotlin\n(.*?)\n```", RegexOption.DOT_MATCHES_ALL)
		.findAll(page)
		.flatMap { unindented(it.groupValues[1]).split("\n\n") }
		.filter { paragraph -> sources.none { it.contains(paragraph) } }
		.toList()

	private fun unindented(code: String) = code.lines().joinToString("\n") { it.trim() }

	private fun files(folder: Path, extension: String) =
		Files.walk(folder).use { all -> all.filter { it.extension == extension }.toList() }
}
