package io.ephemeral.feishu.client;

import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;
import tools.jackson.databind.json.JsonMapper;

/**
 * The mapper of what goes over the wire, apart from the application's own: its settings
 * must not change what the platform receives.
 */
final class WireMapper {

	static final JsonMapper INSTANCE = JsonMapper
		.builder(JsonFactory.builder().recyclerPool(JsonRecyclerPools.threadLocalPool()).build())
		.build();

	private WireMapper() {
	}

}
