package io.ephemeral.feishu.simulator;

import io.ephemeral.feishu.simulator.tenant.Toast;

/**
 * Short message that a member's client shows after a click.
 * <p>
 * The platform documents the codes that its client shows when a click fails; the texts
 * are those of the simulator.
 *
 * @param type {@code info}, {@code success}, {@code warning} or {@code error}
 * @param content text of the application, in the member's language if it has a
 * translation, or text of the client
 * @param code 0 for a toast of the application and for a form that is not complete;
 * otherwise the code of the client, such as 200341 for an application that did not
 * respond in time
 */
public record ShownToast(String type, String content, int code) {

	ShownToast(Toast toast) {
		this(toast.type(), toast.content(), toast.code());
	}

}
