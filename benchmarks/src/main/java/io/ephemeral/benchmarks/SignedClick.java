package io.ephemeral.benchmarks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import io.ephemeral.feishu.callback.CallbackKeys;

import org.springframework.http.HttpHeaders;

/**
 * Callback for a submitted form, signed and encrypted like those of the platform.
 *
 * @param headers headers of the request
 * @param sdkHeaders the same headers, for the SDK
 * @param body body of the request
 */
@SuppressWarnings("ArrayRecordComponent")
record SignedClick(HttpHeaders headers, Map<String, List<String>> sdkHeaders, byte[] body) {

	static final CallbackKeys KEYS = new CallbackKeys("benchmark-encrypt-key", "benchmark-verification-token");

	private static final String JSON = """
			{"schema":"2.0","header":{"event_id":"EVENT_ID","token":"benchmark-verification-token",\
			"create_time":"1603977298000000","event_type":"card.action.trigger","tenant_key":"2df73991750b1234",\
			"app_id":"cli_a5fb0ae6a4a12345"},"event":{"operator":{"tenant_key":"2df73991750b1234","user_id":"867b1234",\
			"open_id":"ou_3c14f3a59eaf2825dbe25359f15abcde","union_id":"on_cad4860e7af114fb4ff6c5d496dabcde"},\
			"token":"c-295ee57216a5dc9de90fefd0aadb4b1d7dabcdef","action":{"value":{"action":"save"},"tag":"button",\
			"timezone":"Asia/Shanghai","form_value":{"multi":["selectDemo1","selectDemo2"],"date":"2024-04-01 +0800",\
			"datetime":"2024-04-29 07:07 +0800","time":"00:00 +0800","text":"1234",\
			"person":"ou_3c14f3a59eaf2825dbe25359f15abcde","select":"1"},"name":"Button_lvkepfu3"},"host":"im_message",\
			"context":{"open_message_id":"om_EVENT_ID",\
			"open_chat_id":"oc_e4d2605ca917e695f54f11aaf56abcde"}}}""";

	static List<SignedClick> many(int count) {
		return Stream.generate(SignedClick::next).limit(count).collect(Collectors.toList());
	}

	private static SignedClick next() {
		return of(JSON.replace("EVENT_ID", UUID.randomUUID().toString()));
	}

	/** Signs and encrypts a click. */
	static SignedClick of(String json) {
		String time = Long.toString(Instant.now().getEpochSecond());
		String body = "{\"encrypt\":\"" + encrypt(json) + "\"}";
		Map<String, List<String>> headers = Map.of("X-Lark-Request-Timestamp", List.of(time), "X-Lark-Request-Nonce",
				List.of("nonce"), "X-Lark-Signature",
				List.of(HexFormat.of().formatHex(sha256(time + "nonce" + KEYS.encryptKey() + body))));
		HttpHeaders http = new HttpHeaders();
		headers.forEach(http::addAll);
		// The SDK expects names in lower case.
		Map<String, List<String>> lowerCase = headers.entrySet()
			.stream()
			.collect(Collectors.toMap((header) -> header.getKey().toLowerCase(Locale.ROOT), Map.Entry::getValue));
		return new SignedClick(http, lowerCase, body.getBytes(StandardCharsets.UTF_8));
	}

	private static String encrypt(String json) {
		try {
			byte[] vector = sha256(json);
			Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
			cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(sha256(KEYS.encryptKey()), "AES"),
					new IvParameterSpec(vector, 0, 16));
			byte[] encrypted = cipher.doFinal(json.getBytes(StandardCharsets.UTF_8));
			byte[] all = new byte[16 + encrypted.length];
			System.arraycopy(vector, 0, all, 0, 16);
			System.arraycopy(encrypted, 0, all, 16, encrypted.length);
			return Base64.getEncoder().encodeToString(all);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static byte[] sha256(String text) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
