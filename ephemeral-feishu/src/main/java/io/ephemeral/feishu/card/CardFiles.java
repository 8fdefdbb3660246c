package io.ephemeral.feishu.card;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.util.Assert;

/**
 * Cards that are files of the application, such as {@code classpath:cards/reminder.json},
 * with placeholders such as <code>${title}</code> in their strings.
 * <p>
 * A value stays where it is put: it cannot end a string, and in Markdown it is
 * {@linkplain io.ephemeral.feishu.card.element.MarkdownText#escape escaped} unless it is
 * a {@link io.ephemeral.feishu.card.element.MarkdownText}. Within a link it is
 * percent-encoded, unless the link begins with it. Ids and links within Markdown are
 * given as {@link io.ephemeral.feishu.card.element.MarkdownText}. Where a placeholder is
 * a whole string but no text, such as {@code "max_length": "${length}"}, numbers,
 * booleans, lists, maps and records stay what they are. A <code>$${</code> stands for
 * <code>${</code>.
 * <p>
 * Files are read once; those that lie on the disk, as in development, again when they
 * have changed.
 */
public final class CardFiles {

	private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+([./][A-Za-z0-9_-]+)*");

	private final ResourceLoader resources;

	private final String location;

	private final Map<String, CachedFile> files = new ConcurrentHashMap<>();

	/**
	 * Reads cards of a folder.
	 * @param resources finds the files
	 * @param location folder, such as {@code classpath:cards/}
	 */
	public CardFiles(ResourceLoader resources, String location) {
		this.resources = resources;
		this.location = location.endsWith("/") ? location : location + "/";
	}

	/**
	 * Reads a card without placeholders.
	 * @param name path below the folder, without {@code .json}
	 * @return the card
	 * @throws IllegalArgumentException if there is no such file, or it has placeholders
	 * @throws InvalidCardException if it is not a JSON object
	 */
	public RawCard read(String name) {
		return read(name, Map.of());
	}

	/**
	 * Reads a card and fills its placeholders.
	 * @param name path below the folder, without {@code .json}
	 * @param values values by the names of the placeholders; for text a string, a number
	 * or a {@link io.ephemeral.feishu.card.element.MarkdownText}
	 * @return the card
	 * @throws IllegalArgumentException if there is no such file, or a value is missing or
	 * not used, with its name
	 * @throws InvalidCardException if it is not a JSON object
	 */
	public RawCard read(String name, Map<String, ?> values) {
		return RawCard.wrap(file(name).fill(values));
	}

	private CardFile file(String name) {
		Assert.isTrue(NAME.matcher(name).matches(),
				"The name of a card must hold only letters, digits, hyphens, underscores, and dots and slashes between them");
		Resource resource = this.resources.getResource(this.location + name + ".json");
		long changed = lastModified(resource);
		CachedFile cached = this.files.get(name);
		if (cached == null || cached.lastModified() != changed) {
			cached = new CachedFile(changed, load(resource));
			this.files.put(name, cached);
		}
		return cached.file();
	}

	private static CardFile load(Resource resource) {
		Assert.isTrue(resource.exists(), () -> "There is no card at " + resource.getDescription());
		try {
			return new CardFile(resource.getDescription(),
					RawCard.parse(resource.getContentAsString(StandardCharsets.UTF_8)).value());
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The card at " + resource.getDescription() + " is not readable", ex);
		}
	}

	/** Zero for what cannot change, such as a file in a jar. */
	private static long lastModified(Resource resource) {
		try {
			return resource.isFile() ? resource.lastModified() : 0;
		}
		catch (IOException ex) {
			return 0;
		}
	}

	private record CachedFile(long lastModified, CardFile file) {
	}

}
