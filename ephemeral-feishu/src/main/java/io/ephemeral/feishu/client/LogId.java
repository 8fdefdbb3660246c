package io.ephemeral.feishu.client;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

/**
 * What the platform's support asks for.
 */
final class LogId {

	private LogId() {
	}

	static @Nullable String of(HttpHeaders headers) {
		return headers.getFirst("X-Tt-Logid");
	}

}
