"""The page: the only code, with app.py, that knows Streamlit, folium and altair."""
