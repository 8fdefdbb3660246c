package io.ephemeral.feishu.test;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;

import io.ephemeral.feishu.callback.CallbackProcessor;
import io.ephemeral.feishu.callback.CallbackResponse;
import io.ephemeral.feishu.card.CardContent;
import io.ephemeral.feishu.card.CardPreparation;
import io.ephemeral.feishu.card.RawCard;
import io.ephemeral.feishu.seal.SealPlace;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.util.Assert;

/**
 * Way of a click to the handlers of the application, and of their replies back.
 *
 * @param processor processor of the clicks
 * @param preparation preparation of the clicked cards
 * @param watch watch of the work
 */
record ClickChannel(CallbackProcessor processor, CardPreparation preparation, ClickWatch watch) {

	private static final String TENANT = "tenant_test";

	/** Returns a card as it would be sent. */
	JsonNode shown(CardContent card, Clicker clicker) {
		RawCard prepared = this.preparation.forViewer(card, clicker.locale());
		RawCard sealed = this.preparation.sealed(prepared, new SealPlace(null, clicker.chat())).block();
		return Objects.requireNonNull(sealed).json();
	}

	/**
	 * Sends a click on a new card, and waits for the reply and the work after it.
	 * @param action what the component reports
	 */
	ClickResult send(ObjectNode action, Clicker clicker) {
		String id = UUID.randomUUID().toString();
		ClickWork work = this.watch.begin(id);
		try {
			JsonNode reply = process(payload(id, action, clicker));
			Throwable failure = work.await();
			return new ClickResult(reply, work.later(), work.ranAfterwards(), failure, clicker.locale());
		}
		finally {
			this.watch.end(id);
		}
	}

	private JsonNode process(ObjectNode payload) {
		JsonMapper mapper = JsonMapper.shared();
		CallbackResponse response = Objects
			.requireNonNull(this.processor.process(mapper.writeValueAsBytes(payload), Schedulers.immediate()).block());
		Assert.state(response.status() == 200, () -> "The click was refused with the status " + response.status());
		response.afterwards().run();
		return mapper.readTree(response.body());
	}

	private static ObjectNode payload(String id, ObjectNode action, Clicker clicker) {
		ObjectNode payload = JsonNodeFactory.instance.objectNode().put("schema", "2.0");
		payload.putObject("header")
			.put("event_id", id)
			.put("event_type", "card.action.trigger")
			.put("create_time", Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now())))
			.put("tenant_key", TENANT);
		ObjectNode event = payload.putObject("event");
		event.putObject("operator").put("tenant_key", TENANT).put("open_id", clicker.operator().value());
		event.put("token", "c-" + id).put("host", "im_message").set("action", action);
		event.putObject("context").put("open_message_id", "om_" + id).put("open_chat_id", clicker.chat().value());
		return payload;
	}

}
