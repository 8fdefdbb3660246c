package io.ephemeral.feishu.card.check;

import io.ephemeral.feishu.card.rule.CardRule;

/**
 * Checks of how much a card may contain, and how deep.
 */
final class LimitChecks implements CardCheck {

	private static final int MAX_ELEMENTS = 200;

	private static final int MAX_DEPTH = 5;

	private static final int MAX_TABLES = 5;

	private static final int RELIABLE_TABLES = 3;

	private static final int RECOMMENDED_CHARTS = 5;

	private int elements;

	private int tables;

	private int charts;

	/** Checks that go on from the present counts. */
	LimitChecks copy() {
		LimitChecks copy = new LimitChecks();
		copy.elements = this.elements;
		copy.tables = this.tables;
		copy.charts = this.charts;
		return copy;
	}

	@Override
	public void visit(Visit visit, Violations violations) {
		switch (visit.role()) {
			case TEXT -> countText(visit);
			case CONTAINER -> countContainer(visit, violations);
			case INTERACTIVE -> this.elements++;
			case OTHER -> countOther(visit);
			case PART -> {
			}
		}
	}

	private void countText(Visit text) {
		this.elements++;
		if (text.tag() != Tag.PLAIN_TEXT) {
			this.tables += MarkdownTables.count(text.text("content"));
		}
	}

	private void countOther(Visit visit) {
		this.elements++;
		switch (visit.tag()) {
			case TABLE -> this.tables++;
			case CHART -> this.charts++;
			default -> {
			}
		}
	}

	/** The containers within one that is too deep are not reported again. */
	private void countContainer(Visit visit, Violations violations) {
		this.elements++;
		if (visit.depth() == MAX_DEPTH + 1) {
			violations.add(visit.place(), CardRule.NESTING,
					"is a container on level " + visit.depth() + ", deeper than level " + MAX_DEPTH);
		}
	}

	@Override
	public void end(Violations violations) {
		if (this.elements > MAX_ELEMENTS) {
			violations.add(CardRule.ELEMENTS,
					"has " + this.elements + " components and texts, more than the limit of " + MAX_ELEMENTS);
		}
		if (this.tables > MAX_TABLES) {
			violations.add(CardRule.TABLES, "has " + this.tables + " tables, including those in Markdown; the limit is "
					+ MAX_TABLES + ", and the platform refuses such a card with the code 11310");
		}
		else if (this.tables > RELIABLE_TABLES) {
			violations.add(CardRule.MANY_TABLES, "has " + this.tables + " tables, including those in Markdown; "
					+ "the platform sometimes refuses cards with more than " + RELIABLE_TABLES);
		}
		if (this.charts > RECOMMENDED_CHARTS) {
			violations.add(CardRule.CHARTS,
					"has " + this.charts + " charts, more than the recommended " + RECOMMENDED_CHARTS);
		}
	}

}
