package io.ephemeral.feishu;

import com.fasterxml.jackson.annotation.JsonProperty;

import org.springframework.util.Assert;

/**
 * The one member of a group who sees an ephemeral card. The platform identifies the
 * viewer by open id, user id or e-mail address, but not by union id. Each call has one
 * viewer.
 */
public sealed interface Viewer {

	/**
	 * Returns the id or the e-mail address.
	 * @return the value, never blank
	 */
	String value();

	/**
	 * Creates a viewer with an open id, which Feishu recommends.
	 * @param value usually {@code ou_…}; valid only for the app that obtained it
	 * @return the viewer
	 */
	static OpenId openId(String value) {
		return new OpenId(value);
	}

	/**
	 * Creates a viewer with a user id, which is valid in the tenant.
	 * @param value the {@code user_id}, which has no prefix
	 * @return the viewer
	 */
	static UserId userId(String value) {
		return new UserId(value);
	}

	/**
	 * Creates a viewer with an e-mail address.
	 * @param value an address with an {@code @}
	 * @return the viewer
	 */
	static Email email(String value) {
		return new Email(value);
	}

	/**
	 * Returns the viewer with its kind as one text, for stores.
	 * @return such as {@code open_id:ou_1}, {@code user_id:u1} or {@code email:a@b.com}
	 */
	default String asText() {
		String kind = (this instanceof OpenId) ? "open_id" : (this instanceof UserId) ? "user_id" : "email";
		return kind + ":" + value();
	}

	/**
	 * Creates a viewer from {@link #asText()}.
	 * @param text kind and value
	 * @return the viewer
	 * @throws IllegalArgumentException if the text has no known kind
	 */
	static Viewer ofText(String text) {
		int colon = text.indexOf(':');
		String value = text.substring(colon + 1);
		return switch (text.substring(0, Math.max(colon, 0))) {
			case "open_id" -> openId(value);
			case "user_id" -> userId(value);
			case "email" -> email(value);
			default -> throw new IllegalArgumentException("Expected a viewer such as open_id:ou_1");
		};
	}

	/**
	 * Viewer with an open id.
	 *
	 * @param value the {@code open_id}, usually {@code ou_…}
	 */
	record OpenId(@JsonProperty("open_id") String value) implements Viewer {

		public OpenId {
			Identifier.OPEN_ID.check(value);
		}

	}

	/**
	 * Viewer with a user id.
	 *
	 * @param value the {@code user_id}
	 */
	record UserId(@JsonProperty("user_id") String value) implements Viewer {

		public UserId {
			Identifier.USER_ID.check(value);
		}

	}

	/**
	 * Viewer with an e-mail address.
	 *
	 * @param value an address with an {@code @}
	 */
	record Email(@JsonProperty("email") String value) implements Viewer {

		public Email {
			Assert.hasText(value, "Expected an e-mail address, but it is blank");
			Assert.isTrue(value.strip().indexOf('@') > 0,
					() -> "Expected an e-mail address, but '" + value + "' has no name before an @");
		}

	}

}
