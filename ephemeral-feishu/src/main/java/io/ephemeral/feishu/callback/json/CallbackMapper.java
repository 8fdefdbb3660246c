package io.ephemeral.feishu.callback.json;

import io.ephemeral.feishu.binding.BoundJson;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON mapper of callbacks, separate from the mapper of the application.
 */
public final class CallbackMapper {

	/**
	 * Maximum depth. A form has four levels; the other levels are for values of the
	 * application.
	 */
	private static final int MOST_LEVELS = 64;

	public static final JsonMapper INSTANCE = BoundJson.addTo(JsonMapper.builder(JsonFactory.builder()
		.recyclerPool(JsonRecyclerPools.threadLocalPool())
		.streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(MOST_LEVELS).build())
		.build())).build();

	private CallbackMapper() {
	}

}
