package io.ephemeral.feishu.simulator;

import io.ephemeral.feishu.simulator.tenant.Toast;

/**
 * What a member's client tells for a moment after a click.
 * <p>
 * The platform documents the codes that its client shows when a click fails; the words
 * beside them are the simulator's.
 *
 * @param type {@code info}, {@code success}, {@code warning} or {@code error}
 * @param content what the application said, in the member's language if it came in that
 * language, or what the client says
 * @param code 0 for what the application said and for a form that is not complete;
 * otherwise the code of the client, such as 200341 for an application that did not answer
 * in time
 */
public record ShownToast(String type, String content, int code) {

	ShownToast(Toast toast) {
		this(toast.type(), toast.content(), toast.code());
	}

}
