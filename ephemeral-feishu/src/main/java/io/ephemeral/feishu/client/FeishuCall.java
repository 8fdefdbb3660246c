package io.ephemeral.feishu.client;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpMethod;
import org.springframework.util.Assert;

/**
 * A call of one operation of the platform. It is a value: each method returns another
 * call.
 *
 * @param operation name of the operation in errors, such as {@code ephemeral.send}
 * @param method how it is called
 * @param path path below the base URL, and perhaps a query, with {@code {names}} for
 * variables
 * @param variables what takes the place of the names, in their order; encoded on the way
 * @param body what Jackson writes as the documented fields, and nothing else; no body
 * when absent
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
	 * Begins a call.
	 * @param operation name of the operation in errors
	 * @param method how it is called
	 * @param path path below the base URL
	 * @param variables what takes the place of the names in the path
	 * @return the call, without a body
	 */
	public static FeishuCall of(String operation, HttpMethod method, String path, Object... variables) {
		return new FeishuCall(operation, method, path, List.of(variables), null, Map.of());
	}

	/**
	 * Begins a {@code POST}, which most operations are.
	 * @param operation name of the operation in errors
	 * @param path path below the base URL
	 * @param variables what takes the place of the names in the path
	 * @return the call, without a body
	 */
	public static FeishuCall post(String operation, String path, Object... variables) {
		return of(operation, HttpMethod.POST, path, variables);
	}

	/**
	 * Gives the call a body.
	 * @param body what Jackson writes as the documented fields, and nothing else
	 * @return the call with that body
	 */
	public FeishuCall body(Object body) {
		return new FeishuCall(this.operation, this.method, this.path, this.variables, body, this.attributes);
	}

	/**
	 * Marks a call that does no harm when it is carried out twice. It is repeated also
	 * when the outcome of the first one is unknown.
	 * @return the call that may be repeated
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

	/** Without the body and the attributes, which hold cards and tokens. */
	@Override
	public String toString() {
		return "FeishuCall[" + this.operation + "]";
	}

}
