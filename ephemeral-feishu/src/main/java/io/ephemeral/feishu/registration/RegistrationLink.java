package io.ephemeral.feishu.registration;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * Link of the page on which a person confirms a registration. The page ignores all
 * requested settings if it does not know one of the fields, so there are only those of
 * the official Node SDK.
 */
final class RegistrationLink {

	private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]");

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	private RegistrationLink() {
	}

	/**
	 * Adds a request to the platform's link.
	 * @param page the {@code verification_uri_complete} of the platform
	 * @throws RegistrationFailedException if it is not an address that may be opened
	 */
	static URI of(String page, RegistrationRequest request) {
		try {
			UriComponentsBuilder link = UriComponentsBuilder.fromUri(requireSafe(URI.create(page)));
			add(link, "from", "sdk");
			add(link, "source", request.source());
			add(link, "tp", "sdk");
			if (request.name() != null) {
				add(link, "name", request.name());
			}
			if (request.appId() != null) {
				add(link, "clientID", request.appId());
			}
			else {
				add(link, "createOnly", "true");
			}
			add(link, "addons", addons(request.needs()));
			return link.build(true).toUri();
		}
		catch (IllegalArgumentException ex) {
			throw RegistrationFailedException.unusable("a link that cannot be read");
		}
	}

	private static URI requireSafe(URI page) {
		boolean loopback = "http".equals(page.getScheme()) && page.getHost() != null
				&& LOOPBACK.matcher(page.getHost()).matches();
		if (page.getHost() == null || !("https".equals(page.getScheme()) || loopback)) {
			throw RegistrationFailedException.unusable("a link that is not an https address");
		}
		return page;
	}

	private static void add(UriComponentsBuilder link, String name, String value) {
		link.queryParam(name, UriUtils.encode(value, StandardCharsets.UTF_8));
	}

	/** Returns JSON that is compressed and written as Base64 for URLs. */
	private static String addons(AppNeeds needs) {
		ByteArrayOutputStream compressed = new ByteArrayOutputStream();
		try (OutputStream gzip = new GZIPOutputStream(compressed)) {
			gzip.write(MAPPER.writeValueAsBytes(new AddOns(false, ByIdentity.ofApp(needs.scopes()),
					new Events(ByIdentity.ofApp(needs.events())), new Callbacks(needs.callbacks()))));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return Base64.getUrlEncoder().withoutPadding().encodeToString(compressed.toByteArray());
	}

	/**
	 * Settings to add.
	 *
	 * @param preset whether the page also adds settings of its own
	 */
	record AddOns(boolean preset, ByIdentity scopes, Events events, Callbacks callbacks) {
	}

	/**
	 * Names for the app itself and for its users.
	 */
	private record ByIdentity(Collection<String> tenant, Collection<String> user) {

		static ByIdentity ofApp(Collection<String> names) {
			return new ByIdentity(names, List.of());
		}

	}

	private record Events(ByIdentity items) {
	}

	private record Callbacks(Collection<String> items) {
	}

}
