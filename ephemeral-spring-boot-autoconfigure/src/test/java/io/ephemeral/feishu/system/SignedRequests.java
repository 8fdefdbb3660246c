package io.ephemeral.feishu.system;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;

import org.springframework.core.env.Environment;

/**
 * Callbacks as the platform signs them.
 *
 * @param uri address of the application
 */
record SignedRequests(URI uri) {

	private static final String KEY = "ek-signed";

	private static final String PATH = "/feishu/callback";

	static final String[] PROPERTIES = { "feishu.simulator.enabled=true", "feishu.callback.path=" + PATH,
			"feishu.callback.encrypt-key=" + KEY, "feishu.callback.verification-token=" + CallbackJson.TOKEN };

	static SignedRequests to(Environment environment) {
		return new SignedRequests(
				URI.create("http://127.0.0.1:" + environment.getProperty("local.server.port") + PATH));
	}

	HttpRequest click(String id, String action) {
		return signed(CallbackJson.click(id, action));
	}

	HttpRequest message(String id) {
		return signed(CallbackJson.message(id));
	}

	HttpRequest signed(String body) {
		String time = Long.toString(Instant.now().getEpochSecond());
		return HttpRequest.newBuilder(this.uri)
			.timeout(PatientSession.PATIENCE)
			.header("X-Lark-Request-Timestamp", time)
			.header("X-Lark-Request-Nonce", "nonce")
			.header("X-Lark-Signature", sha256(time + "nonce" + KEY + body))
			.POST(BodyPublishers.ofString(body))
			.build();
	}

	private static String sha256(String text) {
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
