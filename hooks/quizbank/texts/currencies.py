"""How amounts of money are written, in one place for marking, checks and print. Every course understands all of them."""

SIGNS = "₹$€£¥₦₩₫₱฿₺₽₴₪৳"
# Abbreviations before an amount, most of them of ISO 4217. None is a word of its own.
CODES = (
    *("rs", "inr", "usd", "eur", "gbp", "jpy", "cny", "aud", "cad", "chf", "sgd", "aed", "npr", "lkr", "bdt", "pkr"),
    *("myr", "zar", "ngn"),
)
# Names behind an amount, as parts of a regular expression.
NAMES = (
    *("dollars?", "rupees?", "paise", "euros?", "pounds?", "pence", "crowns?", "yen", "yuan", "francs?", "takas?", "pesos?"),
    *("ringgits?", "rands?", "nairas?", "shillings?", "dirhams?", "reals?", "reais", "dinars?", "riyals?", "roubles?", "liras?"),
)
