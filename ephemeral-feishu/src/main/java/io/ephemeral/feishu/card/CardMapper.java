package io.ephemeral.feishu.card;

import tools.jackson.databind.json.JsonMapper;

/**
 * The mapper of cards, apart from the application's own: its settings must not change
 * what the platform receives.
 */
final class CardMapper {

	static final JsonMapper INSTANCE = JsonMapper.builder().build();

	private CardMapper() {
	}

}
