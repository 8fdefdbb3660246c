package io.ephemeral.feishu.simulator;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import io.ephemeral.feishu.simulator.api.Exchange;
import io.ephemeral.feishu.simulator.tenant.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Request to the API, with its response.
 * <p>
 * Headers and body include secrets; {@link #toString()} shows neither.
 *
 * @param receivedAt time on the clock of the simulator
 * @param method such as {@code POST}
 * @param path such as {@code /open-apis/ephemeral/v1/send}
 * @param query query without the question mark; absent without one
 * @param headers the values by name; names match in any case
 * @param body the body as UTF-8 text; empty without one
 * @param status HTTP status of the response, also if a {@link Fault} kept it from the
 * client; 0 without a response
 * @param code {@code code} of that response; 0 for success, -1 without a code
 * @param processed whether the operation saw the request; false if a {@link Fault} came
 * before
 */
public record RecordedRequest(Instant receivedAt, String method, String path, @Nullable String query,
		Map<String, List<String>> headers, String body, int status, int code, boolean processed) {

	/**
	 * Copies the headers.
	 */
	public RecordedRequest {
		Map<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		headers.forEach((name, values) -> copy.put(name, List.copyOf(values)));
		headers = Collections.unmodifiableMap(copy);
	}

	RecordedRequest(Exchange exchange) {
		this(exchange.request().receivedAt(), exchange.request().method(), exchange.request().path(),
				exchange.request().query(), exchange.request().headers(), exchange.request().body(),
				exchange.answer().status(), exchange.answer().code(), exchange.processed());
	}

	/**
	 * Returns the first value of a header.
	 * @param name the name in any case
	 * @return the value; empty without such a header
	 */
	public Optional<String> header(String name) {
		return Optional.ofNullable(this.headers.get(name)).map((values) -> values.get(0));
	}

	/**
	 * Returns the body as JSON.
	 * @return the JSON
	 * @throws IllegalStateException if the body is not JSON
	 */
	public JsonNode json() {
		try {
			return Json.parse(this.body);
		}
		catch (JacksonException ex) {
			throw new IllegalStateException("The body of " + this + " is not JSON", ex);
		}
	}

	/**
	 * Returns the request line and the outcome, without query, headers and body.
	 */
	@Override
	public String toString() {
		return "%s %s → %d (code %d)".formatted(this.method, this.path, this.status, this.code);
	}

}
