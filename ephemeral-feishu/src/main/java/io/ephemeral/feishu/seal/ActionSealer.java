package io.ephemeral.feishu.seal;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.ephemeral.feishu.action.Seal;
import io.ephemeral.feishu.auth.CredentialsSupplier;
import io.ephemeral.feishu.auth.SecretSeal;
import io.ephemeral.feishu.card.json.CardMapper;
import io.ephemeral.feishu.card.json.OpaqueProperties;
import io.ephemeral.feishu.card.rule.InvalidCardException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sealer of the actions in a card. It uses AES-256-GCM with a key from the app secret.
 * Only the name of the action and the language of the card stay readable.
 */
public final class ActionSealer {

	/** Label of the keys. */
	static final String LABEL = "actions";

	/** Member of a sealed content with the state of the action. */
	static final String STATE = "state";

	/**
	 * Condition for one use: {@code true}, or the id of the use if several seals share
	 * it.
	 */
	static final String ONCE = "once";

	/** The largest value that the platform accepts is not known. */
	private static final int MOST_BYTES = 2 * 1024;

	private static final List<String> READABLE = List.of("action", "locale");

	private static final SecureRandom RANDOM = new SecureRandom();

	private final SecretSeal seal;

	private final String app;

	/**
	 * Creates a sealer.
	 * @param credentials credentials of the app
	 */
	public ActionSealer(CredentialsSupplier credentials) {
		this.seal = new SecretSeal(credentials, LABEL);
		this.app = credentials.appId();
	}

	/**
	 * Returns whether a card has actions that are still to be sealed.
	 * @param card any card
	 * @return false if there is nothing to seal
	 */
	public static boolean isNeededFor(JsonNode card) {
		// Each card that is sent is searched, and most have nothing to seal.
		if (card instanceof ObjectNode object) {
			for (Map.Entry<String, JsonNode> property : object.properties()) {
				JsonNode value = property.getValue();
				if (value.isContainer() && !OpaqueProperties.contains(property.getKey()) && isNeededFor(value)) {
					return true;
				}
			}
			return isUnsealed(object);
		}
		for (JsonNode element : card) {
			if (isNeededFor(element)) {
				return true;
			}
		}
		return false;
	}

	private static boolean isUnsealed(ObjectNode object) {
		return object.get("value") instanceof ObjectNode value && value.path(Seal.MEMBER).isObject();
	}

	/**
	 * Seals the actions of a card.
	 * @param card any card
	 * @param place place at which clicks are allowed
	 * @return a copy of the card with sealed actions, each time others; or an
	 * {@link InvalidCardException} if the value of a component would have more than 2 KB;
	 * or a {@link io.ephemeral.feishu.auth.TokenUnavailableException} if there is no
	 * secret
	 */
	public Mono<JsonNode> seal(JsonNode card, SealPlace place) {
		return Mono.defer(() -> {
			JsonNode sealed = card.deepCopy();
			byte[] id = new byte[SealText.CARD_LENGTH];
			RANDOM.nextBytes(id);
			return Flux.fromIterable(unsealedIn(sealed))
				.concatMap((value) -> seal(value, id, place))
				.then(Mono.just(sealed));
		});
	}

	private Mono<SealText> seal(ObjectNode value, byte[] card, SealPlace place) {
		byte bonds = SealText.bonds(place);
		String bound = SealText.bound(bonds, card, this.app, value.path("action").asString(""), place);
		return this.seal.sealWithId(bound, CardMapper.INSTANCE.writeValueAsBytes(content(value)))
			.map((content) -> new SealText(bonds, card, content))
			.doOnNext((text) -> put(value, text));
	}

	private static ObjectNode content(ObjectNode value) {
		ObjectNode state = value.deepCopy();
		ObjectNode content = (ObjectNode) state.remove(Seal.MEMBER);
		return content.set(STATE, state.remove(READABLE));
	}

	private static void put(ObjectNode value, SealText text) {
		value.retain(READABLE).put(Seal.MEMBER, text.toString());
		int bytes = CardMapper.INSTANCE.writeValueAsBytes(value).length;
		if (bytes > MOST_BYTES) {
			throw new InvalidCardException("The sealed action '" + value.path("action").asString("") + "' has " + bytes
					+ " bytes in the card, but a value of more than " + MOST_BYTES
					+ " may not arrive; keep its state in a store, and seal only an id");
		}
	}

	private static List<ObjectNode> unsealedIn(JsonNode card) {
		List<ObjectNode> unsealed = new ArrayList<>();
		collect(card, unsealed);
		return unsealed;
	}

	private static void collect(JsonNode node, List<ObjectNode> unsealed) {
		if (node instanceof ObjectNode object) {
			if (isUnsealed(object)) {
				unsealed.add((ObjectNode) object.get("value"));
			}
			object.properties()
				.stream()
				.filter((property) -> !OpaqueProperties.contains(property.getKey()))
				.forEach((property) -> collect(property.getValue(), unsealed));
		}
		else if (node.isArray()) {
			node.forEach((element) -> collect(element, unsealed));
		}
	}

}
