package io.ephemeral.feishu.simulator.tenant;

import io.ephemeral.feishu.simulator.FeishuSimulator;

/**
 * Codes that a client shows after a failed click.
 */
public enum ClickError {

	NOT_SUBSCRIBED(200340,
			"No callback URL is configured, or the app does not have the callback card.action.trigger; set one with FeishuSimulator.sendCallbacksTo(url), "
					+ "or start the web server of the Spring Boot application"),

	/** The documents name no code; clients show the one for a missing subscription. */
	NOT_ONLINE(200340, "The app is not online: it has no open long connection"),

	TIMEOUT(200341, "The application did not answer within 3 seconds"),

	CONNECT_FAILED(200342, "The application cannot be reached"),

	HOST_UNKNOWN(200343, "The host of the callback URL is unknown"),

	CALL_FAILED(200080, "The request to the application failed"),

	WRONG_STATUS(200671, "The application answered with a status other than 200"),

	WRONG_BODY(200672, "The application's response has the wrong shape"),

	WRONG_CARD(200673, "The card in the application's response is invalid"),

	WRONG_VERSION(200830, "The application answered a card of JSON 2.0 with one of JSON 1.0"),

	/** Observed when a public card is recalled before its callback is answered. */
	CARD_GONE(300000, "Something went wrong");

	private final int code;

	private final String text;

	ClickError(int code, String text) {
		this.code = code;
		this.text = text;
	}

	int code() {
		return this.code;
	}

	public String text() {
		return this.text;
	}

}
