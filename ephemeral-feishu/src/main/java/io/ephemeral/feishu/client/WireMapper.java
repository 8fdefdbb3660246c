package io.ephemeral.feishu.client;

import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON mapper for requests and responses. It is separate from the application's mapper,
 * whose settings must not change the JSON for the platform.
 */
final class WireMapper {

	static final JsonMapper INSTANCE = JsonMapper
		.builder(JsonFactory.builder().recyclerPool(JsonRecyclerPools.threadLocalPool()).build())
		.build();

	private WireMapper() {
	}

}
