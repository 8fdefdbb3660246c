package io.ephemeral.feishu.card.element;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.action.Seal;
import io.ephemeral.feishu.action.TypedAction;
import io.ephemeral.feishu.binding.BoundComponent;
import io.ephemeral.feishu.card.json.CardMapper;
import io.ephemeral.feishu.card.style.Check;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Values of components for actions that are records.
 */
final class ActionValues {

	/** Members of a value that have a meaning of their own. */
	private static final Set<String> RESERVED = Set.of("action", "locale", Seal.MEMBER);

	private ActionValues() {
	}

	/** Creates an object with the name of the action and the components of its record. */
	static JsonNode of(TypedAction action) {
		Class<? extends TypedAction> type = action.getClass();
		Check.that(!TypedAction.needsSeal(type), "value",
				"must have a seal, because " + type.getName() + " is a @SealedAction; use callback(action, seal)");
		return valueOf(action);
	}

	/**
	 * Creates an object that also contains the conditions of a seal. The action is sealed
	 * when its card is prepared.
	 */
	static JsonNode of(TypedAction action, Seal seal) {
		return valueOf(action).set(Seal.MEMBER, conditions(seal));
	}

	private static ObjectNode conditions(Seal seal) {
		ObjectNode conditions = CardMapper.INSTANCE.createObjectNode();
		Viewer viewer = seal.viewer();
		if (viewer != null) {
			conditions.put((viewer instanceof Viewer.OpenId) ? "open_id" : "user_id", viewer.value());
		}
		if (seal.single()) {
			conditions.put("once", true);
		}
		Instant deadline = seal.deadline();
		if (deadline != null) {
			conditions.put("until", deadline.toEpochMilli());
		}
		return conditions;
	}

	private static ObjectNode valueOf(TypedAction action) {
		Class<? extends TypedAction> type = action.getClass();
		Check.that(BoundComponent.areIn(type), "value",
				"must be a record or a data class, but " + type.getName() + " is another type");
		ObjectNode value = CardMapper.INSTANCE.createObjectNode().put("action", TypedAction.namesOf(type).get(0));
		for (Map.Entry<String, JsonNode> component : CardMapper.tree(action).properties()) {
			Check.that(!RESERVED.contains(component.getKey()), "value", "must not have the component '"
					+ component.getKey() + "' of " + type.getName() + ", which has another meaning there");
			value.set(component.getKey(), component.getValue());
		}
		return value;
	}

}
