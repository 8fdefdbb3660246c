package io.ephemeral.feishu.card.source;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

import io.ephemeral.feishu.card.RawCard;
import io.ephemeral.feishu.card.element.Element;
import io.ephemeral.feishu.card.element.ElementBuilder;
import io.ephemeral.feishu.card.element.RawElement;
import io.ephemeral.feishu.card.json.CardMapper;
import io.ephemeral.feishu.card.source.Code.Call;
import io.ephemeral.feishu.card.source.Code.Text;
import io.ephemeral.feishu.card.source.Code.Word;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.core.ResolvableType;
import org.springframework.util.ClassUtils;

/**
 * Expressions for the values of one card.
 */
final class Expressions {

	private final IdentityHashMap<Object, List<Expression>> known = new IdentityHashMap<>();

	/**
	 * Finds an expression for a value that a parameter accepts.
	 * @param value value of a card
	 * @param type type of the parameter
	 * @return the expression; null if there is none
	 */
	@Nullable Expression find(Object value, ResolvableType type) {
		Class<?> wanted = ClassUtils.resolvePrimitiveIfNecessary(type.resolve(Object.class));
		if (value instanceof List<?> list) {
			return (wanted == List.class) ? list(list, type) : null;
		}
		if (value instanceof Map<?, ?> map) {
			return (wanted == Map.class) ? map(map, type) : null;
		}
		if (value instanceof JsonNode json) {
			return json(json, wanted);
		}
		Expression scalar = scalar(value, wanted);
		return (scalar != null || !mayFit(value, wanted)) ? scalar
				: of(value).stream()
					.filter((expression) -> type.isAssignableFrom(expression.type()))
					.findFirst()
					.orElse(null);
	}

	static boolean mayFit(Object value, Class<?> wanted) {
		return wanted != Object.class && (wanted.isInstance(value) || wanted.getEnclosingClass() == value.getClass()
				|| (wanted == ElementBuilder.class && value instanceof Element));
	}

	/** Returns all expressions for a value, the shortest first. */
	List<Expression> of(Object value) {
		List<Expression> found = this.known.get(value);
		if (found == null) {
			found = search(value);
			this.known.put(value, found);
		}
		return found;
	}

	private List<Expression> search(Object value) {
		List<Expression> found = new ArrayList<>();
		if (value instanceof Enum<?> constant) {
			Class<?> type = constant.getDeclaringClass();
			found.add(Expression.of(new Word(Code.nameOf(type) + "." + constant.name(), type), constant));
		}
		else if (!(value instanceof RawElement)) {
			found.addAll(new Search(this, value).expressions());
		}
		if (value instanceof Element element) {
			found.add(raw(element));
		}
		found.sort(Comparator.comparingInt(Expression::cost));
		return found;
	}

	private static Expression raw(Element element) {
		JsonNode json = CardMapper.tree(element);
		Code code = new Call("RawElement.parse", RawElement.class, List.of(new Text(JavaJson.text(json))), null);
		return Expression.raw(code, new RawElement(json), Expression.RAW_ELEMENT, (element instanceof RawElement)
				? "The builders have no such element." : "No builder writes this element.");
	}

	private @Nullable Expression list(List<?> list, ResolvableType type) {
		List<Expression> entries = new ArrayList<>();
		for (Object entry : list) {
			Expression found = find(entry, type.getGeneric(0));
			if (found == null) {
				return null;
			}
			entries.add(found);
		}
		List<Code> codes = entries.stream().map(Expression::code).toList();
		return composed(new Call("List.of", List.class, codes, null), type,
				entries.stream().map(Expression::part).toList(), entries);
	}

	private @Nullable Expression map(Map<?, ?> map, ResolvableType type) {
		List<Code> codes = new ArrayList<>();
		List<Expression> entries = new ArrayList<>();
		Map<Object, Object> values = new LinkedHashMap<>();
		for (Map.Entry<?, ?> entry : map.entrySet()) {
			Expression key = find(entry.getKey(), type.getGeneric(0));
			Expression value = find(entry.getValue(), type.getGeneric(1));
			if (key == null || value == null) {
				return null;
			}
			codes.add(new Call("Map.entry", Map.class, List.of(key.code(), value.code()), null));
			entries.add(value);
			values.put(key.part(), value.part());
		}
		return composed(mapOf(codes), type, values, entries);
	}

	static Code mapOf(List<Code> entries) {
		if (entries.size() > 10) {
			return new Call("Map.ofEntries", Map.class, entries, null);
		}
		return new Call("Map.of", Map.class,
				entries.stream().flatMap((entry) -> ((Call) entry).arguments().stream()).toList(), null);
	}

	private static Expression composed(Code code, ResolvableType type, Object value, List<Expression> parts) {
		int cost = code.length() + parts.stream().mapToInt(Expression::cost).sum();
		String comment = parts.stream().map(Expression::comment).filter(Objects::nonNull).findFirst().orElse(null);
		return new Expression(code, type, () -> value, value, cost, comment);
	}

	private static @Nullable Expression json(JsonNode json, Class<?> wanted) {
		if (wanted == JsonNode.class) {
			return Expression.raw(JavaJson.tree(json), json, Expression.RAW, "No builder writes this JSON.");
		}
		if (wanted == Map.class && json.isObject()) {
			Code code = JavaJson.literal(json);
			return (code != null) ? Expression.of(code, CardMapper.INSTANCE.convertValue(json, Map.class)) : null;
		}
		if (wanted == Object.class) {
			Code code = JavaJson.literal(json);
			return (code != null) ? Expression.of(code, json) : null;
		}
		return json.isString() ? scalar(json.stringValue(), wanted) : null;
	}

	/** Returns an expression for a text, number, boolean or time. */
	private static @Nullable Expression scalar(Object value, Class<?> wanted) {
		if (wanted == Double.class && value instanceof Number number) {
			BigDecimal decimal = new BigDecimal(number.toString());
			Code code = JavaJson.number(decimal);
			return (code instanceof Word) ? Expression.of(code, decimal.doubleValue()) : null;
		}
		if (!wanted.isInstance(value) || wanted == Object.class) {
			return null;
		}
		Code code = scalar(value);
		return (code != null) ? Expression.of(code, value) : null;
	}

	private static @Nullable Code scalar(Object value) {
		if (value instanceof String text) {
			return new Text(text);
		}
		if (value instanceof Boolean || value instanceof Integer) {
			return Code.word(value.toString());
		}
		if (value instanceof BigDecimal number) {
			return new Call("new BigDecimal", BigDecimal.class, List.of(new Text(number.toString())), null);
		}
		if (value instanceof LocalDate date) {
			return time(LocalDate.class, date.getYear(), date.getMonthValue(), date.getDayOfMonth());
		}
		if (value instanceof LocalTime time) {
			return time(LocalTime.class, time.getHour(), time.getMinute());
		}
		return (value instanceof LocalDateTime time) ? time(LocalDateTime.class, time.getYear(), time.getMonthValue(),
				time.getDayOfMonth(), time.getHour(), time.getMinute()) : null;
	}

	private static Code time(Class<?> type, int... fields) {
		List<Code> arguments = IntStream.of(fields)
			.<Code>mapToObj((field) -> Code.word(Integer.toString(field)))
			.toList();
		return new Call(type.getSimpleName() + ".of", type, arguments, null);
	}

	/** Returns the code of a card that no builder writes. */
	static Code whole(JsonNode card) {
		return new Call("RawCard.parse", RawCard.class, List.of(new Text(JavaJson.text(card))), null);
	}

}
