package io.ephemeral.feishu.callback;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.binding.BoundComponent;
import io.ephemeral.feishu.binding.BoundJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.deser.CreatorProperty;
import tools.jackson.databind.deser.SettableBeanProperty;
import tools.jackson.databind.deser.bean.BeanDeserializerBase;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;

/**
 * Binder of forms and values to records. It reads the formats of the platform's pickers:
 * {@code yyyy-MM-dd +0800}, {@code HH:mm +0800} and {@code yyyy-MM-dd HH:mm +0800}.
 */
final class FormBinder {

	private static final Class<?> EVENT = CardActionEvent.class;

	private static final JsonMapper MAPPER = BoundJson.addTo(JsonMapper.builder())
		.enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
		.enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY, DeserializationFeature.UNWRAP_SINGLE_VALUE_ARRAYS)
		.withConfigOverride(List.class, (type) -> type.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
		.withConfigOverride(Set.class, (type) -> type.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
		.withConfigOverride(Collection.class,
				(type) -> type.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
		.addModule(new SimpleModule().addDeserializer(LocalDate.class, picked(LocalDate.class, Picked::date))
			.addDeserializer(LocalTime.class, picked(LocalTime.class, Picked::time))
			.addDeserializer(LocalDateTime.class, picked(LocalDateTime.class, Picked::dateTime))
			.addDeserializer(OffsetTime.class, picked(OffsetTime.class, Picked::offsetTime))
			.addDeserializer(ZonedDateTime.class, picked(ZonedDateTime.class, Picked::zoned))
			.addDeserializer(OffsetDateTime.class,
					picked(OffsetDateTime.class, (picked, event) -> picked.zoned(event).toOffsetDateTime()))
			.addDeserializer(Instant.class, picked(Instant.class, (picked, event) -> picked.zoned(event).toInstant()))
			.addDeserializer(Viewer.class, person(Viewer.class))
			.addDeserializer(Viewer.OpenId.class, person(Viewer.OpenId.class)))
		.build();

	private FormBinder() {
	}

	static <T> T bind(JsonNode values, Class<T> type, CardActionEvent event) {
		return bind(values, type, event, (binding, cause) -> binding);
	}

	/**
	 * Reads a value. A mismatch is an error of the application, which has written the
	 * value.
	 */
	static <T> T bindValue(JsonNode values, Class<T> type, CardActionEvent event) {
		return bind(values, type, event,
				(binding, cause) -> FormBindingException.ofValue(type, binding, CauseWithoutMessage.of(cause)));
	}

	private static <T> T bind(JsonNode values, Class<T> type, CardActionEvent event,
			BiFunction<FormBindingException, Throwable, FormBindingException> explained) {
		try {
			return MAPPER.readerFor(type).withAttribute(EVENT, event).readValue(withoutBlanks(values));
		}
		catch (JacksonException ex) {
			if (isMistake(ex)) {
				throw new IllegalStateException(mistake(type), CauseWithoutMessage.of(ex));
			}
			// No cause, because it quotes the input of the user.
			throw explained.apply(explain(type, ex), ex);
		}
		catch (RuntimeException | Error ex) {
			throw new IllegalStateException(mistake(type), CauseWithoutMessage.of(ex));
		}
	}

	/** Reads the value of one component. */
	static @Nullable Object read(JsonNode value, JavaType type, CardActionEvent event) {
		return MAPPER.readerFor(type).withAttribute(EVENT, event).readValue(value);
	}

	/**
	 * Adds the absent flags of a record, because a client may send a checker only if it
	 * is checked.
	 */
	static ObjectNode withFlags(ObjectNode values, Class<?> type) {
		for (SettableBeanProperty component : components(type)) {
			if (component.getType().hasRawClass(boolean.class) && !values.has(component.getName())) {
				values.put(component.getName(), false);
			}
		}
		return values;
	}

	/**
	 * Returns the components of a record or a class with their names in a form.
	 * @return the components; empty if the type cannot be read
	 */
	static List<SettableBeanProperty> components(Class<?> type) {
		DeserializationContext context = MAPPER._deserializationContext();
		List<SettableBeanProperty> components = new ArrayList<>();
		try {
			if (BoundComponent.areIn(type) && context
				.findRootValueDeserializer(context.constructType(type)) instanceof BeanDeserializerBase bean) {
				bean.properties().forEachRemaining(components::add);
			}
		}
		catch (JacksonException ex) {
			return List.of();
		}
		components.removeIf((property) -> !(property instanceof CreatorProperty));
		return components;
	}

	/**
	 * Finds a component that can never be read.
	 * @return the component and its type; null if there is none
	 */
	static @Nullable String findUnreadable(Class<?> type) {
		return new BindingCheck(MAPPER._deserializationContext()).find(type);
	}

	/**
	 * Returns whether code of the application has failed, or one of its types cannot be
	 * read. A value that does not match its type causes a
	 * {@link MismatchedInputException} instead.
	 */
	private static boolean isMistake(JacksonException ex) {
		return ex instanceof DatabindException && !(ex instanceof MismatchedInputException);
	}

	private static String mistake(Class<?> type) {
		return "No value can be read as " + type.getName()
				+ ", because this type or the type of a component is not supported; see the cause";
	}

	/** Explains that a value does not match a type. */
	static FormBindingException explain(Class<?> type, JacksonException ex) {
		return new FormBindingException(type, field(ex), isMissing(ex));
	}

	/** Removes empty fields, for which the client sends an empty string. */
	private static ObjectNode withoutBlanks(JsonNode values) {
		ObjectNode filled = MAPPER.createObjectNode();
		for (Map.Entry<String, JsonNode> property : values.properties()) {
			if (!property.getValue().isString() || !property.getValue().stringValue().isEmpty()) {
				filled.set(property.getKey(), property.getValue());
			}
		}
		return filled;
	}

	private static @Nullable String field(JacksonException ex) {
		return ex.getPath()
			.stream()
			.map(JacksonException.Reference::getPropertyName)
			.filter((name) -> name != null)
			.findFirst()
			.orElse(null);
	}

	/**
	 * Returns whether a value is missing. A wrong value causes another type of exception.
	 */
	private static boolean isMissing(JacksonException ex) {
		return ex instanceof DatabindException && ex.getOriginalMessage().contains("null");
	}

	private static <T> StdDeserializer<T> picked(Class<T> type, BiFunction<Picked, CardActionEvent, T> read) {
		return new StdDeserializer<>(type) {

			@Override
			public T deserialize(JsonParser parser, DeserializationContext context) {
				if (parser.isExpectedStartArrayToken()) {
					return _deserializeFromArray(parser, context);
				}
				try {
					return read.apply(Picked.parse(parser.getString()), (CardActionEvent) context.getAttribute(EVENT));
				}
				catch (DateTimeException ex) {
					return type.cast(context.handleWeirdStringValue(type, "", "no such time"));
				}
			}

		};
	}

	/** Reads the open id of a selected person, or an object with its member. */
	private static <T extends Viewer> StdDeserializer<T> person(Class<T> type) {
		return new StdDeserializer<>(type) {

			@Override
			public T deserialize(JsonParser parser, DeserializationContext context) {
				JsonNode value = context.readTree(parser);
				JsonNode person = (value.size() == 1 && value.isArray()) ? value.path(0) : value;
				try {
					return type.cast(Viewer.openId(person.path("open_id").asString(person.asString(""))));
				}
				catch (IllegalArgumentException ex) {
					return type.cast(context.handleWeirdStringValue(type, "", "no open id"));
				}
			}

		};
	}

	/**
	 * Value of a picker.
	 *
	 * @param value a date, a time or both, with an optional offset
	 */
	private record Picked(TemporalAccessor value) {

		private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("[uuuu-MM-dd][ ][HH:mm][ ][xx]")
			.withResolverStyle(ResolverStyle.STRICT);

		static Picked parse(String text) {
			return new Picked(FORMAT.parse(text.strip()));
		}

		LocalDate date(CardActionEvent event) {
			return LocalDate.from(this.value);
		}

		LocalTime time(CardActionEvent event) {
			return LocalTime.from(this.value);
		}

		LocalDateTime dateTime(CardActionEvent event) {
			return LocalDateTime.from(this.value);
		}

		OffsetTime offsetTime(CardActionEvent event) {
			return OffsetTime.from(this.value);
		}

		/**
		 * Returns the time in the user's zone. The offset in the value is the current one
		 * of the user's clock, so it may be wrong for a date after a clock change. The
		 * zone is correct.
		 */
		ZonedDateTime zoned(CardActionEvent event) {
			LocalDateTime local = dateTime(event);
			ZoneOffset offset = ZoneOffset.from(this.value);
			ZoneId zone = event.zone();
			Instant pressed = event.createdAt();
			boolean agree = zone != null && (zone.getRules().isValidOffset(local, offset)
					|| (pressed != null && zone.getRules().getOffset(pressed).equals(offset)));
			return (zone != null && agree) ? ZonedDateTime.ofLocal(local, zone, offset) : local.atZone(offset);
		}

	}

}
