package io.ephemeral.feishu.card.check;

import java.util.Map;

import io.ephemeral.feishu.card.rule.CardRule;
import io.ephemeral.feishu.card.rule.CardTarget;
import tools.jackson.databind.JsonNode;

/**
 * Checks of sounds and images.
 */
final class MediaChecks implements CardCheck {

	/** Places for images by the mode of their combination. */
	private static final Map<String, Integer> PLACES = Map.of("double", 2, "triple", 3, "bisect", 6, "trisect", 9);

	private final JsonNode card;

	private final CardTarget target;

	private final UniqueValues audioIds = new UniqueValues("audio_id", CardRule.AUDIO_ID_UNIQUE);

	MediaChecks(JsonNode card, CardTarget target) {
		this.card = card;
		this.target = target;
	}

	@Override
	public void visit(Visit visit, Violations violations) {
		switch (visit.tag()) {
			case AUDIO -> checkAudio(visit, violations);
			case IMG -> checkImage(visit, violations);
			case IMG_COMBINATION -> checkImages(visit, violations);
			default -> {
			}
		}
	}

	private void checkAudio(Visit audio, Violations violations) {
		if (this.target == CardTarget.EPHEMERAL) {
			violations.add(audio.place(), CardRule.AUDIO,
					"is an audio component, which ephemeral cards do not support");
		}
		else if (this.card.path("config").path("enable_forward").asBoolean(true)) {
			violations.add("config.enable_forward", CardRule.AUDIO_FORWARD,
					"must be false, because the card has an audio component");
		}
		if (this.target == CardTarget.PUBLIC && audio.isSet("audio_id")) {
			this.audioIds.check(audio.text("audio_id"), audio, violations);
		}
	}

	private static void checkImage(Visit image, Violations violations) {
		if (!image.node().has("alt")) {
			violations.add(image.place("alt"), CardRule.RECOMMENDED_PROPERTY, "is not set");
		}
	}

	private static void checkImages(Visit combination, Violations violations) {
		Integer places = PLACES.get(combination.text("combination_mode"));
		int images = combination.node().path("img_list").size();
		if (places != null && (images > places || (places <= 3 && images < places))) {
			violations.add(combination.place("img_list"), CardRule.IMAGE_COUNT,
					"has " + images + " images for " + places + " places");
		}
	}

}
