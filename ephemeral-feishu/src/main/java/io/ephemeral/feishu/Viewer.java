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
