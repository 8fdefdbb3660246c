package io.ephemeral.feishu.callback;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import io.ephemeral.feishu.InvalidHandlerException;
import io.ephemeral.feishu.action.TypedAction;
import io.ephemeral.feishu.binding.BoundComponent;
import io.ephemeral.feishu.binding.BoundJson;
import io.ephemeral.feishu.callback.json.CallbackMapper;
import io.ephemeral.feishu.seal.SealRefusedException;
import io.ephemeral.feishu.seal.SealRefusedException.Reason;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.MismatchedInputException;

import org.springframework.util.Assert;
import org.springframework.util.ClassUtils;

/**
 * Records that one type of action stands for, by the names of their actions.
 */
final class ActionRecords {

	private final Class<? extends TypedAction> type;

	private final Map<String, Class<? extends TypedAction>> byName = new LinkedHashMap<>();

	private final Set<Class<? extends TypedAction>> needSeal = new HashSet<>();

	/**
	 * Collects the records.
	 * @param type a record or a data class, or a sealed type that permits these
	 * @throws InvalidHandlerException if there is another type, two records have the same
	 * name, or a component can never be read
	 */
	ActionRecords(Class<? extends TypedAction> type) {
		this.type = type;
		recordsOf(type).forEach(this::add);
	}

	private void add(Class<? extends TypedAction> type) {
		String unreadable = new BindingCheck(CallbackMapper.INSTANCE._deserializationContext()).find(type);
		InvalidHandlerException.require(unreadable == null,
				() -> "The library cannot read the action " + type.getName() + ": " + unreadable,
				"Use a type that Jackson can create, such as a String, a number, a date or an enum");
		if (TypedAction.needsSeal(type)) {
			this.needSeal.add(type);
		}
		for (String name : namesOf(type)) {
			Class<?> other = this.byName.put(name, type);
			InvalidHandlerException.require(
					other == null || other == type, () -> "The actions " + type.getName() + " and "
							+ ((other != null) ? other.getName() : "") + " both have the name '" + name + "'",
					"Give one of them another name with @ActionName");
		}
	}

	private static List<String> namesOf(Class<? extends TypedAction> type) {
		try {
			return TypedAction.namesOf(type);
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidHandlerException(String.valueOf(ex.getMessage()), "Set a name, or remove the annotation");
		}
	}

	/**
	 * Returns the records of a family.
	 * @param type a record or a data class, or a sealed type that permits these
	 */
	static Set<Class<? extends TypedAction>> recordsOf(Class<?> type) {
		if (BoundComponent.areIn(type)) {
			return Set.of(type.asSubclass(TypedAction.class));
		}
		InvalidHandlerException.require(type.isSealed(),
				() -> "The action " + type.getName()
						+ " must be a record or a data class, or a sealed type that permits these",
				"Change its declaration");
		Set<Class<? extends TypedAction>> records = new LinkedHashSet<>();
		Arrays.stream(type.getPermittedSubclasses()).forEach((permitted) -> records.addAll(recordsOf(permitted)));
		return records;
	}

	/**
	 * Returns the actions that need a handler, because they belong to a family of one of
	 * these records.
	 */
	Set<Class<? extends TypedAction>> relatives() {
		Set<Class<? extends TypedAction>> relatives = new LinkedHashSet<>();
		this.byName.values()
			.stream()
			.flatMap(ActionRecords::familiesOf)
			.forEach((family) -> relatives.addAll(recordsOf(family)));
		return relatives;
	}

	/** Returns the sealed types of actions to which a record belongs. */
	static Stream<Class<?>> familiesOf(Class<?> type) {
		Stream<Class<?>> superclasses = Stream.iterate(type.getSuperclass(), Objects::nonNull, Class::getSuperclass);
		return Stream.concat(superclasses, ClassUtils.getAllInterfacesForClassAsSet(type).stream())
			.filter((family) -> family.isSealed() && TypedAction.class.isAssignableFrom(family));
	}

	/** Returns the names of all actions. */
	Set<String> names() {
		return this.byName.keySet();
	}

	/**
	 * Reads the action of a click.
	 * @throws IllegalStateException if the click has another action, or if the record
	 * cannot be created
	 * @throws FormBindingException if the value does not match the record
	 * @throws SealRefusedException if the record needs a seal and the click has none
	 */
	TypedAction read(CardActionEvent event) {
		String name = event.action();
		Class<? extends TypedAction> record = (name != null) ? this.byName.get(name) : null;
		Assert.state(record != null, () -> "The click " + event.loggedId() + " has no action of the type "
				+ this.type.getName() + ", but one of " + List.copyOf(names()) + " is expected");
		if (this.needSeal.contains(record) && !event.isSealed()) {
			throw new SealRefusedException(Reason.FORGED);
		}
		try {
			return (BoundJson.objectOf(record) instanceof TypedAction object) ? object
					: CallbackMapper.INSTANCE.treeToValue(members(event.value()), record);
		}
		catch (MismatchedInputException ex) {
			throw FormBindingException.ofValue(record, FormBinder.explain(record, ex), CauseWithoutMessage.of(ex));
		}
		catch (JacksonException ex) {
			throw new IllegalStateException(
					"The action " + record.getName()
							+ " cannot be created from the value of a component; see the cause",
					CauseWithoutMessage.of(ex));
		}
	}

	private static JsonNode members(JsonNode value) {
		return value.isObject() ? value : CallbackMapper.INSTANCE.createObjectNode();
	}

}
