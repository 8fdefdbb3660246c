package io.ephemeral.feishu.card;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

import io.ephemeral.feishu.card.rule.InvalidCardException;

import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.util.Assert;

/**
 * Cards from files of the application, such as {@code classpath:cards/reminder.json},
 * with placeholders such as <code>${title}</code> in their strings.
 * <p>
 * A value changes only the place of its placeholder. It cannot end a string, and in
 * Markdown it is {@linkplain io.ephemeral.feishu.card.element.MarkdownText#escape
 * escaped} unless it is a {@link io.ephemeral.feishu.card.element.MarkdownText}. If a
 * placeholder is a whole line of Markdown, its value can have several lines. If the line
 * contains anything else, such as {@code > } or {@code - }, the value is put on
 * {@linkplain io.ephemeral.feishu.card.element.MarkdownText#escapeLine one line}. In a
 * link, the value is percent-encoded, unless the placeholder is at the start of the link.
 * Ids and links in Markdown must be a
 * {@link io.ephemeral.feishu.card.element.MarkdownText}. If a placeholder is a whole
 * string that is not a text, such as {@code "max_length": "${length}"}, numbers,
 * booleans, lists, maps and records keep their type. <code>$${</code> is written as
 * <code>${</code>.
 * <p>
 * A file that ends in {@code .card}, such as {@code classpath:cards/reminder.card}, is an
 * export of Feishu's card builder. Its variables are the placeholders, and their values
 * are inserted in the same way. Each variable accepts only values of its type:
 * <ul>
 * <li>text: a string or a {@link io.ephemeral.feishu.card.element.MarkdownText}; integer
 * and number: a number; boolean: a boolean</li>
 * <li>date, time and datetime: a {@link java.time.LocalDate}, {@link java.time.LocalTime}
 * or {@link java.time.LocalDateTime}, or its text in the format of the platform, such as
 * {@code 2026-12-24 12:30}</li>
 * <li>image and person: an image key or an id, or the map that templates accept; image
 * array and person array: a list of these. An {@link io.ephemeral.feishu.Viewer.OpenId}
 * is an id too</li>
 * <li>link: a string, a map of {@code url}, {@code pc_url}, {@code android_url} and
 * {@code ios_url}, or a {@link io.ephemeral.feishu.card.element.MultiUrl}</li>
 * <li>option array and button group: a list of maps with {@code text} and {@code value},
 * as templates accept it; object and chart: a map; table rows and object array: a list of
 * maps</li>
 * </ul>
 * A placeholder that the file does not declare, or that has an unknown type, accepts
 * every value. The mock data of a variable is not a default value, because it is for the
 * preview of the builder and the platform never sends it. {@code $$} has no meaning in
 * such a file. A loop over an object array is refused, because only the platform can
 * repeat its elements. Publish such a card as a template and send a {@link TemplateCard}.
 * <p>
 * Each file is read once. A file on the disk, as during development, is read again after
 * a change.
 */
public final class CardFiles {

	private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+([./][A-Za-z0-9_-]+)*");

	private static final String EXPORT = ".card";

	private final ResourceLoader resources;

	private final String location;

	private final Map<String, CachedFile> files = new ConcurrentHashMap<>();

	/**
	 * Creates a reader of the cards in a folder.
	 * @param resources loader of the files
	 * @param location location of the folder, such as {@code classpath:cards/}
	 */
	public CardFiles(ResourceLoader resources, String location) {
		this.resources = resources;
		this.location = location.endsWith("/") ? location : location + "/";
	}

	/**
	 * Reads a card without placeholders.
	 * @param name path of the file in the folder, without {@code .json} or {@code .card}
	 * @return the card
	 * @throws IllegalArgumentException if the file does not exist or has placeholders
	 * @throws InvalidCardException if the file is not a card, or if only the platform can
	 * fill it
	 */
	public RawCard read(String name) {
		return read(name, Map.of());
	}

	/**
	 * Reads a card and fills its placeholders.
	 * @param name path of the file in the folder, without {@code .json} or {@code .card}
	 * @param values values by the names of the placeholders; a text accepts a string, a
	 * number or a {@link io.ephemeral.feishu.card.element.MarkdownText}, and a variable
	 * of the card builder accepts a value of its type
	 * @return the card
	 * @throws IllegalArgumentException if the file does not exist, or if a value is
	 * missing, unused or of a wrong type; the message contains its name
	 * @throws InvalidCardException if the file is not a card, or if only the platform can
	 * fill it
	 */
	public RawCard read(String name, Map<String, ?> values) {
		return RawCard.wrap(file(name).fill(values));
	}

	/**
	 * Reads a card as in the preview of the card builder. A variable without a value gets
	 * the mock data of its {@code .card} file. Mock data is invented, so such a card is
	 * only for tests and pictures. A {@code .json} file has no mock data.
	 * @param name path of the file in the folder, without {@code .card}
	 * @param values values that replace the mock data, by the names of the variables
	 * @return the card
	 * @throws IllegalArgumentException if the file does not exist, or if a value is
	 * missing, unused or of a wrong type; the message contains its name
	 * @throws InvalidCardException if the file is not a card, or if only the platform can
	 * fill it
	 */
	public RawCard preview(String name, Map<String, ?> values) {
		return RawCard.wrap(file(name).preview(values));
	}

	private CardFile file(String name) {
		Assert.isTrue(NAME.matcher(name).matches(),
				"The name of a card must have only letters, digits, hyphens and underscores, and single dots or slashes between them");
		CachedFile cached = this.files.get(name);
		if (cached != null && cached.lastModified() == 0) {
			return cached.file();
		}
		Resource resource = find(name);
		long changed = lastModified(resource);
		if (cached == null || !cached.resource().equals(resource) || cached.lastModified() != changed) {
			cached = new CachedFile(resource, changed, load(resource));
			this.files.put(name, cached);
		}
		return cached.file();
	}

	private Resource find(String name) {
		Resource json = this.resources.getResource(this.location + name + ".json");
		Resource export = this.resources.getResource(this.location + name + EXPORT);
		Assert.isTrue(json.exists() || export.exists(), () -> "There is no card at " + json.getDescription() + " or "
				+ export.getDescription() + "; add one of these files, or change feishu.card.location");
		Assert.isTrue(!json.exists() || !export.exists(), () -> "There are two cards of the same name, "
				+ json.getDescription() + " and " + export.getDescription() + "; rename one of them");
		return export.exists() ? export : json;
	}

	private static CardFile load(Resource resource) {
		String description = resource.getDescription();
		try {
			String text = resource.getContentAsString(StandardCharsets.UTF_8);
			return String.valueOf(resource.getFilename()).endsWith(EXPORT)
					? new BuilderCardFile(description, RawCard.tree(text))
					: new JsonCardFile(description, RawCard.parse(text).value());
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The card at " + description + " is not readable", ex);
		}
	}

	/** Returns zero for a file that cannot change, such as one in a jar. */
	private static long lastModified(Resource resource) {
		try {
			return resource.isFile() ? resource.lastModified() : 0;
		}
		catch (IOException ex) {
			return 0;
		}
	}

	private record CachedFile(Resource resource, long lastModified, CardFile file) {
	}

}
