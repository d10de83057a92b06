"""The Streamlit options that the page wants; imported by what starts the server, so it imports nothing itself."""

# A calm accent in place of Streamlit's red, which on a map of strikes would read as one more symbol.
OPTIONS = {
    "theme.light.primaryColor": "#2b5f8c",
    "theme.dark.primaryColor": "#6aa9d8",
    "theme.dark.backgroundColor": "#14181d",
    "theme.dark.secondaryBackgroundColor": "#20262c",
}
