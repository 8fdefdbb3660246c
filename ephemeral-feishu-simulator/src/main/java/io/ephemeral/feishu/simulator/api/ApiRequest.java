package io.ephemeral.feishu.simulator.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.netty.handler.codec.http.QueryStringDecoder;
import org.jspecify.annotations.Nullable;

/**
 * Request to the API with its body.
 *
 * @param pathId the id in the path of an operation on one message or chat; empty for
 * others
 * @param query query without the question mark; absent without one
 * @param headers values by name; names match in any case
 */
public record ApiRequest(Instant receivedAt, String method, String path, String pathId, @Nullable String query,
		Map<String, List<String>> headers, String body) {

	/**
	 * Returns the first value of a parameter in the query; empty without it.
	 */
	String parameter(String name) {
		List<String> values = new QueryStringDecoder("?" + this.query).parameters().getOrDefault(name, List.of());
		return values.isEmpty() ? "" : values.get(0);
	}

	ApiRequest withPathId(String pathId) {
		return new ApiRequest(this.receivedAt, this.method, this.path, pathId, this.query, this.headers, this.body);
	}

	@Nullable String header(String name) {
		List<String> values = this.headers.get(name);
		return (values != null) ? values.get(0) : null;
	}

}
