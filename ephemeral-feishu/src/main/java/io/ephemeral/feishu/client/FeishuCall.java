package io.ephemeral.feishu.client;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpMethod;
import org.springframework.util.Assert;

/**
 * Call of one operation of the platform. Instances are immutable.
 *
 * @param operation name of the operation in errors, such as {@code ephemeral.send}
 * @param method HTTP method
 * @param path path below the base URL with an optional query, with {@code {names}} for
 * variables
 * @param variables values of the variables, in order; encoded by the client
 * @param body object that Jackson writes as exactly the documented fields; null for no
 * body
 * @param attributes attributes of the request, see {@link FeishuAttributes}
 */
public record FeishuCall(String operation, HttpMethod method, String path, List<Object> variables,
		@Nullable Object body, Map<String, Object> attributes) {

	public FeishuCall {
		Assert.hasText(operation, "'operation' must not be blank");
		Assert.isTrue(path.startsWith("/"), "'path' must begin with a slash");
		variables = List.copyOf(variables);
		attributes = Map.copyOf(attributes);
	}

	/**
	 * Creates a call.
	 * @param operation name of the operation in errors
	 * @param method HTTP method
	 * @param path path below the base URL
	 * @param variables values of the variables in the path
	 * @return the call, without a body
	 */
	public static FeishuCall of(String operation, HttpMethod method, String path, Object... variables) {
		return new FeishuCall(operation, method, path, List.of(variables), null, Map.of());
	}

	/**
	 * Creates a call with {@code POST}, the method of most operations.
	 * @param operation name of the operation in errors
	 * @param path path below the base URL
	 * @param variables values of the variables in the path
	 * @return the call, without a body
	 */
	public static FeishuCall post(String operation, String path, Object... variables) {
		return of(operation, HttpMethod.POST, path, variables);
	}

	/**
	 * Sets the body.
	 * @param body object that Jackson writes as exactly the documented fields
	 * @return the call with that body
	 */
	public FeishuCall body(Object body) {
		return new FeishuCall(this.operation, this.method, this.path, this.variables, body, this.attributes);
	}

	/**
	 * Marks the call as idempotent. An idempotent call is also repeated after an attempt
	 * with an unknown outcome.
	 * @return the idempotent call
	 */
	public FeishuCall idempotent() {
		return with((attributes) -> attributes.put(Operations.IDEMPOTENT, true));
	}

	/**
	 * Adds an attribute of the request.
	 * @param attribute one of {@link FeishuAttributes}
	 * @return the call with that attribute
	 */
	public FeishuCall with(Consumer<Map<String, Object>> attribute) {
		Map<String, Object> attributes = new HashMap<>(this.attributes);
		attribute.accept(attributes);
		return new FeishuCall(this.operation, this.method, this.path, this.variables, this.body, attributes);
	}

	/** Omits the body and the attributes, because they contain cards and tokens. */
	@Override
	public String toString() {
		return "FeishuCall[" + this.operation + "]";
	}

}
