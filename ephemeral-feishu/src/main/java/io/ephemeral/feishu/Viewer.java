package io.ephemeral.feishu;

import com.fasterxml.jackson.annotation.JsonProperty;

import org.springframework.util.Assert;

/**
 * The one member of a group who sees an ephemeral card. The platform takes exactly one of
 * three kinds of name; a union id is not among them, and one call reaches one viewer.
 */
public sealed interface Viewer {

	/**
	 * Returns the name itself.
	 * @return an id or an e-mail address, never blank
	 */
	String value();

	/**
	 * Names the viewer by open id, which Feishu recommends.
	 * @param value usually {@code ou_…}; valid only for the app that obtained it
	 * @return the viewer
	 */
	static OpenId openId(String value) {
		return new OpenId(value);
	}

	/**
	 * Names the viewer by the id inside the tenant.
	 * @param value the {@code user_id}, which has no prefix
	 * @return the viewer
	 */
	static UserId userId(String value) {
		return new UserId(value);
	}

	/**
	 * Names the viewer by e-mail address.
	 * @param value an address with an {@code @}
	 * @return the viewer
	 */
	static Email email(String value) {
		return new Email(value);
	}

	/**
	 * A viewer by open id.
	 *
	 * @param value usually {@code ou_…}
	 */
	record OpenId(@JsonProperty("open_id") String value) implements Viewer {

		public OpenId {
			Identifier.OPEN_ID.check(value);
		}

	}

	/**
	 * A viewer by the id inside the tenant.
	 *
	 * @param value the {@code user_id}
	 */
	record UserId(@JsonProperty("user_id") String value) implements Viewer {

		public UserId {
			Identifier.USER_ID.check(value);
		}

	}

	/**
	 * A viewer by e-mail address.
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
