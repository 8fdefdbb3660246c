package io.ephemeral.feishu.card.element;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.ephemeral.feishu.card.json.CardMapper;
import io.ephemeral.feishu.card.json.OrderedCopy;
import io.ephemeral.feishu.card.style.Check;
import tools.jackson.databind.JsonNode;

/**
 * Reference to a text in the messages of the application. It is resolved and removed from
 * the card before the card is sent.
 *
 * @param code code of the message, such as {@code reminder.title}
 * @param arguments values of the placeholders {@code {0}}, {@code {1}} and so on; may be
 * empty
 * @param unknown unsupported properties and properties with an unsupported value,
 * unchanged
 */
public record Message(String code, @JsonInclude(JsonInclude.Include.NON_EMPTY) List<JsonNode> arguments,
		Map<String, JsonNode> unknown) implements CardPart {

	public Message {
		Check.required("code", code);
		Check.text("code", code);
		Check.that(arguments.stream().noneMatch(JsonNode::isContainer), "arguments",
				"must be text, numbers or booleans");
		arguments = List.copyOf(arguments);
		unknown = OrderedCopy.of(unknown);
	}

	/**
	 * Creates a reference to a message.
	 * @param code code of the message
	 * @param arguments values of the placeholders in their order
	 * @return the message
	 */
	public static Message of(String code, Object... arguments) {
		return new Message(code, Stream.of(arguments).map(CardMapper::tree).toList(), Map.of());
	}

	@Override
	public String toString() {
		return "Message";
	}

}
