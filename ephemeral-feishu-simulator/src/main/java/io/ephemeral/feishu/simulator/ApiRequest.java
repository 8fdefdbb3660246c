package io.ephemeral.feishu.simulator;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A request to the API, read completely.
 *
 * @param query what follows the question mark; absent without one
 * @param headers by name in any case
 */
record ApiRequest(Instant receivedAt, String method, String path, @Nullable String query,
		Map<String, List<String>> headers, String body) {

	@Nullable String header(String name) {
		List<String> values = this.headers.get(name);
		return (values != null) ? values.get(0) : null;
	}

}
