package io.ephemeral.feishu.simulator.page;

import java.util.List;
import java.util.Map;

import io.ephemeral.feishu.simulator.FeishuSimulator;
import io.ephemeral.feishu.simulator.TestClient;
import io.ephemeral.feishu.simulator.TestClient.Answer;
import io.ephemeral.feishu.simulator.junit.FeishuSimulatorExtension;
import io.ephemeral.feishu.simulator.playground.CardBench.Placeholder;
import io.ephemeral.feishu.simulator.playground.CardBench.Sheet;
import io.ephemeral.feishu.simulator.playground.CardBench.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(FeishuSimulatorExtension.class)
class PlaygroundTests {

	@Test
	void cardWhenBenchIsGivenThenShowsItsSheet() {
		Sheet sheet = new Sheet("", Map.of("", "{\"schema\":\"2.0\"}"),
				List.of(new Violation("body", "error", "is missing", "Add it.")),
				List.of(new Placeholder("title", "text", "Lunch")), Map.of("Java", "Card card"));
		try (FeishuSimulator feishu = FeishuSimulator.builder()
			.cardBench((text, values) -> text.equals("pasted") && values.equals(Map.of("title", "Tea")) ? sheet : null)
			.start()) {
			JsonNode json = read(feishu, "{\"text\":\"pasted\",\"values\":{\"title\":\"Tea\"}}").body();

			assertThat(json.at("/cards/0/card/schema").asString()).isEqualTo("2.0");
			assertThat(json.at("/violations/0/remedy").asString()).isEqualTo("Add it.");
			assertThat(json.at("/placeholders/0/value").asString()).isEqualTo("Lunch");
			assertThat(json.at("/sources/0/text").asString()).isEqualTo("Card card");
		}
	}

	@Test
	void cardWhenThereIsNoLibraryThenNamesRefusalsOfTheSimulator(FeishuSimulator feishu) {
		JsonNode json = read(feishu, "{\"text\":\"{\\\"schema\\\":\\\"2.0\\\",\\\"elements\\\":[]}\"}").body();

		assertThat(json.at("/violations/0/path").asString()).isEqualTo("elements");
		assertThat(json.at("/sources/0/title").asString()).isEqualTo("JSON");
	}

	@Test
	void cardWhenNotJsonThenNamesLine(FeishuSimulator feishu) {
		assertThat(read(feishu, "{\"text\":\"{\\n  oops\"}").body().path("problem").asString()).contains("line 2");
	}

	@Test
	void requestWhenNotJsonThenIsRefused(FeishuSimulator feishu) {
		assertThat(
				new TestClient(feishu).post("/playground/cards", Map.of("Content-Type", "text/plain"), "{}").status())
			.isEqualTo(403);
	}

	private static Answer read(FeishuSimulator feishu, String body) {
		return new TestClient(feishu).post("/playground/cards", Map.of("Content-Type", "application/json"), body);
	}

}
