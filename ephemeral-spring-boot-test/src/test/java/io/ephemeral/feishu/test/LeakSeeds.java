package io.ephemeral.feishu.test;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.ephemeral.feishu.card.Card;
import io.ephemeral.feishu.card.RawCard;
import io.ephemeral.feishu.card.element.Button;
import io.ephemeral.feishu.card.element.Form;
import io.ephemeral.feishu.card.element.SelectStatic;
import io.ephemeral.feishu.ephemeral.SentCard;
import io.ephemeral.feishu.message.MessageText;
import io.micrometer.core.instrument.Counter;
import io.micrometer.observation.Observation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Leaks of all kinds. Ada may see the words, others may not.
 */
final class LeakSeeds {

	private static final Logger logger = LoggerFactory.getLogger(LeakSeeds.class);

	private LeakSeeds() {
	}

	static Stream<Seed> all() {
		return Stream
			.of(at(" in chat ", screens()), at("a public ", publicMessages()), at("a log line of ", log()),
					at("a metric", metrics()), at("an observation", observations()), at("a request to ", requests()))
			.flatMap((seeds) -> seeds);
	}

	private static Stream<Seed> at(String place, Stream<Seed> seeds) {
		return seeds.map((seed) -> new Seed(seed.name(), place, seed.leak()));
	}

	private static Stream<Seed> screens() {
		return Stream.of(seed("card of another", (scene) -> scene.sendTo("bob", scene.card())),
				seed("card that is gone", (scene) -> scene.cards().delete(scene.sendTo("bob", scene.card()))),
				seed("replaced card", (scene) -> {
					SentCard sent = scene.sendTo("bob", LeakyBot.MENU);
					scene.cards().replace(sent, scene.card());
				}), seed("toast", (scene) -> scene.press("bob", "Toast")),
				seed("card of a reply", (scene) -> scene.press("bob", "Card")),
				seed("value of a button",
						(scene) -> scene.sendTo("bob", button(Map.of("action", "toast", "amount", scene.words())))),
				seed("value in Base64",
						(scene) -> scene.sendTo("bob", button(Map.of("action", base64(scene.words()))))),
				seed("address of a link",
						(scene) -> scene.sendTo("bob", Card.builder()
							.add(Button.builder("More").openUrl("https://example.com/?pay=" + url(scene.words())))
							.build())),
				seed("option of a choice",
						(scene) -> scene.sendTo("bob",
								Card.builder()
									.add(Form.builder("pay")
										.add(SelectStatic.builder("amount").option(scene.words(), "1"))
										.add(Button.submit("save", "Save").callback("save")))
									.build())),
				seed("JSON 1.0", (scene) -> scene.sendTo("bob", RawCard.of(Map.of("elements",
						List.of(Map.of("tag", "div", "text", Map.of("tag", "lark_md", "content", scene.words()))))))),
				seed("direct message", (scene) -> scene.texts().send(scene.viewer("bob"), scene.text())),
				seed("person of another chat", (scene) -> scene.sendToCarlElsewhere(scene.card())));
	}

	private static Stream<Seed> publicMessages() {
		return Stream.of(seed("public card", (scene) -> scene.groupCards().send(scene.chatId(), scene.card())),
				seed("recalled card", (scene) -> scene.groupCards()
					.recall(scene.groupCards().send(scene.chatId(), scene.card()).messageId())),
				seed("updated card",
						(scene) -> scene.groupCards()
							.update(scene.groupCards().send(scene.chatId(), LeakyBot.MENU).messageId(), scene.card())),
				seed("text to all", (scene) -> scene.texts().send(scene.chatId(), scene.text())),
				seed("publication", (scene) -> scene.press("ada", "Publish")));
	}

	private static Stream<Seed> log() {
		return Stream.of(seed("log line", (scene) -> logger.warn("Paid " + scene.words())),
				seed("argument that is not shown", (scene) -> logger.warn("Paid", scene.words())),
				seed("MDC", (scene) -> {
					MDC.put("pay", scene.words());
					logger.warn("Paid");
					MDC.clear();
				}),
				seed("key value of a log line",
						(scene) -> logger.atWarn().addKeyValue("pay", scene.words()).log("Paid")),
				seed("cause of a logged error",
						(scene) -> logger.warn("Failed",
								new IllegalStateException("again", new IllegalStateException(scene.words())))),
				seed("record in a log line", (scene) -> logger.warn("Paid {}", new LeakyBot.Note(scene.words()))),
				seed("value of the library in a log line", (scene) -> logger.warn("Sent {}", scene.card().toJson())),
				seed("error of a handler", (scene) -> scene.press("ada", "Fail")),
				seed("error of work after a reply", (scene) -> scene.press("ada", "Late")));
	}

	private static Stream<Seed> metrics() {
		return Stream.of(
				seed("name of a metric",
						(scene) -> Counter.builder("paid." + scene.words().replace(' ', '.'))
							.register(scene.meters())
							.increment()),
				seed("tag of a metric",
						(scene) -> Counter.builder("paid")
							.tag("amount", scene.words())
							.register(scene.meters())
							.increment()));
	}

	private static Stream<Seed> observations() {
		return Stream.of(seed("name of an observation", (scene) -> scene.observation("paid " + scene.words()).stop()),
				seed("low value of an observation",
						(scene) -> scene.observation("paid").lowCardinalityKeyValue("amount", scene.words()).stop()),
				seed("high value of an observation",
						(scene) -> scene.observation("paid").highCardinalityKeyValue("amount", scene.words()).stop()),
				seed("event of an observation",
						(scene) -> scene.observation("paid").event(Observation.Event.of(scene.words())).stop()),
				seed("error of an observation",
						(scene) -> scene.observation("paid").error(new IllegalStateException(scene.words())).stop()));
	}

	private static Stream<Seed> requests() {
		return Stream.of(seed("address of a request", (scene) -> scene.callOther("?pay=" + scene.words(), "", "")),
				seed("header of a request", (scene) -> scene.callOther("", scene.words(), "")),
				seed("body of a request", (scene) -> scene.callOther("", "", "{\"pay\":\"" + scene.words() + "\"}")));
	}

	private static Seed seed(String name, Consumer<LeakScene> leak) {
		return new Seed(name, "", leak);
	}

	private static Card button(Map<String, ?> value) {
		return Card.builder().add(Button.builder("Pay").callback(value)).build();
	}

	private static String base64(String words) {
		return Base64.getEncoder().encodeToString(("pay:" + words).getBytes(StandardCharsets.UTF_8));
	}

	private static String url(String words) {
		return URLEncoder.encode(words, StandardCharsets.UTF_8);
	}

	/**
	 * Leak.
	 *
	 * @param name name of the leak
	 * @param place part of the place that the failure names
	 * @param leak code that leaks the words of the scene
	 */
	record Seed(String name, String place, Consumer<LeakScene> leak) {

		@Override
		public String toString() {
			return this.name;
		}

	}

}
